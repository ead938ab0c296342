// Reads the parts that hang on several kinds of record: phones, contacts, addresses.
import type { DirectoryAddress, DirectoryContact, DirectoryPhone } from '../../place/directory/model.ts';
import { emailAddress, type FieldReader, said, text } from './values.ts';

export function readPhones(from: FieldReader): readonly DirectoryPhone[] {
  return from.list('phones').flatMap((phone) => {
    const value = phone.required(text, 'number');
    return value === undefined ? [] : [said({ number: value, description: phone.optional(text, 'description', 'type') })];
  });
}

export function readContacts(from: FieldReader): readonly DirectoryContact[] {
  return from.list('contacts').map((contact) =>
    said({
      name: contact.optional(text, 'name'),
      title: contact.optional(text, 'title'),
      email: contact.optional(emailAddress, 'email'),
      phones: readPhones(contact),
    }),
  );
}

export function readAddress(from: FieldReader): DirectoryAddress {
  return said({
    lines: [from.optional(text, 'attention'), from.optional(text, 'address_1'), from.optional(text, 'address_2')].filter(
      (line) => line !== undefined,
    ),
    town: from.optional(text, 'city'),
    county: from.optional(text, 'state_province', 'region'),
    postcode: from.optional(text, 'postal_code'),
    country: from.optional(text, 'country'),
    kind: from.optional(text, 'address_type'),
  });
}
