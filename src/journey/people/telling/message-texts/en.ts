/** What messages in other languages say, in English: the greeting, then what the message is for. `plain` may be seen by others and gives nothing away. */
export const english = {
  hello: {
    named: 'Hi {name}.',
    anyone: 'Hi.',
    worker: 'Hi {name}, it’s {worker}.',
    workerToAnyone: 'Hi, it’s {worker}.',
    place: 'Hi {name}, this is {place}.',
    placeToAnyone: 'Hi, this is {place}.',
  },
  subject: { plain: 'For {name}', plainToAnyone: 'For you', named: 'From {place}' },
  company: { ours: 'Somebody comes with you.', own: 'Bring whoever you like.' },
  anything: {
    plain: 'Can you get in touch when you have a moment?',
    named: 'There is something new for you. Get in touch when you have a moment.',
  },
  receipt: {
    plain: 'Thank you for your message. You will hear back by {day}.',
    named: 'We have what you told us. You will hear from us by {day}.',
  },
  question: { plain: 'Can you get in touch when you have a moment?', named: 'We have a question for you. We carry on meanwhile.' },
  unreachable: {
    plain: 'I tried to reach you. Write back when it suits you, there is no hurry.',
    named: 'We have tried to reach you. Call or write when you are ready. The door stays open.',
  },
  decision: {
    plain: 'There is news for you. You will hear more by {day}.',
    named: 'We have an answer for you. We will be in touch by {day}.',
  },
  offer_accepted: { plain: 'You will hear more by {day}.', named: 'We will contact you by {day}.' },
  offer_returned: {
    plain: 'This takes a little longer. You will hear back by {day}.',
    named: 'We are finding a better fit. You do not start again. You will hear by {day}.',
  },
  appointment: {
    plain: 'See you {day} at {time}. Reply YES if that is OK.',
    named: 'See you {day} at {time}. Reply YES if that is OK.',
  },
  appointment_changed: {
    plain: 'It is now {day} at {time}. Reply YES if that is OK.',
    named: 'Your appointment is now {day} at {time}. Reply YES if that is OK.',
  },
  reminder: { plain: 'Is {day} at {time} still OK? Reply YES or NO.', named: 'Is {day} at {time} still OK? Reply YES or NO.' },
  missed: { plain: 'We missed you today. Another time or place is fine.', named: 'We missed you. Another time or place is fine.' },
  sign_in_link: { named: 'Here is your link. It works once, for 20 minutes. {link}' },
  sign_in_code: {
    plain: 'Your code is {code}. It works once, for 20 minutes.',
    named: 'Your code is {code}. It works once, for 20 minutes.',
  },
  measure: { plain: 'There is something to look at before {day}.', named: 'There are a few questions for you, if you like.' },
  plan_shared: { plain: 'There is something new for you to read.', named: 'Your plan is ready to read.' },
  asked_to_use: {
    plain: 'There is something new for you to read.',
    named: 'Another service asks to use what you told us. You choose, on your page.',
  },
  welcome: { plain: 'I look forward to meeting you.', named: 'We look forward to meeting you.' },
  paused: { plain: 'We pause for now. Write any time.', named: 'Your support is paused until {day}. You can come back sooner.' },
  ending: {
    plain: 'Thank you for the time together. You can write any time.',
    named: 'Thank you for the time together. You can come back any time.',
  },
  welcome_back: { plain: 'Good to hear from you. You will hear back soon.', named: 'Welcome back. We kept what you told us.' },
  withdrawn: { plain: 'That is fine. You can write any time.', named: 'That is fine. You can come back any time.' },
  /** What goes by post: a letter’s own greeting and close, and its own words where a text’s would not do on paper. */
  letter: {
    hello: { named: 'Dear {name},', anyone: 'Hello,' },
    answer: { plain: 'To answer, ring {number}, or say so in person.' },
    close: { plain: 'With best wishes' },
    where: { named: 'Where: {place}' },
    appointment: {
      plain: 'We meet on {day} at {time}. If that suits you, there is nothing to do. If not, another time is fine.',
      named: 'Your appointment is on {day} at {time}. If that suits you, there is nothing to do. If not, another time or place is fine.',
    },
    appointment_changed: {
      plain: 'We now meet on {day} at {time}. If that suits you, there is nothing to do. If not, another time is fine.',
      named:
        'Your appointment is now on {day} at {time}. If that suits you, there is nothing to do. If not, another time or place is fine.',
    },
    reminder: {
      plain: 'This is to remind you that we meet on {day} at {time}. If that no longer suits you, another time is fine.',
      named: 'This is to remind you of your appointment on {day} at {time}. If that no longer suits you, another time or place is fine.',
    },
    unreachable: {
      plain: 'I tried to reach you. Ring when it suits you, there is no hurry.',
      named: 'We have tried to reach you. Ring when you are ready. The door stays open.',
    },
    missed: {
      plain: 'We missed you. Another time or place is fine.',
      named: 'We missed you. Another time or place is fine.',
    },
    measure: {
      plain: 'There is something to look at together before {day}.',
      named: 'There are a few questions for you, if you like. We can go through them together when we meet.',
    },
    plan_shared: {
      plain: 'There is something new for you to read. We can look at it together when we meet.',
      named: 'Your plan is ready to read. Ask for a copy on paper, or read it with us when we meet.',
    },
    asked_to_use: {
      plain: 'There is something new for you to read. We can look at it together when we meet.',
      named: 'Another service asks to use what you told us. You choose. Tell us yes or no when you ring or when we meet.',
    },
    paused: { plain: 'We pause for now. You can ring any time.' },
    ending: { plain: 'Thank you for the time together. You can ring any time.' },
    withdrawn: { plain: 'That is fine. You can ring any time.' },
  },
} as const;
