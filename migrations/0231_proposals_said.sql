-- What a function of proposals is for.

comment on function proposals_are_public() is 'Whether the place’s managers show the log of proposals to everybody.';
