// Reads what stands under a service: who it is for, what it costs, how many places are free. Each comes with the key under which it is kept.
import type { CostAdvice, Eligibility, PublishedCapacity } from '../../place/directory/model.ts';
import { age, day, type FieldReader, identifier, instant, number, said, text, wholeNumber } from './values.ts';

const saysMore = (eligibility: Eligibility): boolean => Object.keys(eligibility).length > 1;

/** What the service says of itself has the service’s own id as its key. */
export function readEligibilities(from: FieldReader, serviceId: string): readonly (readonly [string, Eligibility])[] {
  const own = said({
    serviceId,
    minimumAge: from.optional(age, 'minimum_age'),
    maximumAge: from.optional(age, 'maximum_age'),
    words: from.optional(text, 'eligibility_description'),
  });
  const listed = from.list('eligibilities', 'eligibilitys').flatMap((entry) => {
    const words = entry.optional(text, 'eligibility', 'description');
    const eligibility = said({
      serviceId,
      minimumAge: entry.optional(age, 'minimum_age'),
      maximumAge: entry.optional(age, 'maximum_age'),
      words,
    });
    return saysMore(eligibility) ? [[`${serviceId} ${entry.optional(identifier, 'id') ?? entry.place}`, eligibility] as const] : [];
  });
  return saysMore(own) ? [[serviceId, own], ...listed] : listed;
}

export function readCosts(from: FieldReader, serviceId: string): readonly (readonly [string, CostAdvice])[] {
  const fees = from.optional(text, 'fees_description', 'fees');
  const options = from.list('cost_options').map((cost) => {
    const advice = said({
      serviceId,
      option: cost.optional(text, 'option'),
      amount: cost.optional(number, 'amount'),
      currency: cost.optional(text, 'currency'),
      amountWords: cost.optional(text, 'amount_description'),
      validFrom: cost.optional(day, 'valid_from'),
      validTo: cost.optional(day, 'valid_to'),
    });
    return [`${serviceId} ${cost.optional(identifier, 'id') ?? cost.place}`, advice] as const;
  });
  return fees === undefined ? options : [[serviceId, { serviceId, words: fees }], ...options];
}

/** One a unit; what says no number, or not when it was counted, is left out. */
export function readCapacities(from: FieldReader, serviceId: string): readonly (readonly [string, PublishedCapacity])[] {
  return from.list('capacities', 'service_capacities', 'service_capacity').flatMap((capacity) => {
    const available = capacity.required(wholeNumber, 'available');
    const updated = capacity.required(instant, 'updated');
    if (available === undefined || updated === undefined) return [];
    const unit = capacity.object('unit')?.optional(text, 'name') ?? 'places';
    const maximum = capacity.optional(wholeNumber, 'maximum');
    const description = capacity.optional(text, 'description');
    return [[`${serviceId} ${unit}`, said({ serviceId, unit, available, maximum, updated, description })]];
  });
}
