// Reading one element of a DMN file: its texts, its children, its id, and the line it stands on. What they mean is for who reads them.
import type { Element } from 'dmn-moddle';
import type { Problem } from '../problem.ts';

export const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && '$type' in value;

export const children = (element: Element, name: string): Element[] => {
  const found = element.get(name);
  return Array.isArray(found) ? found.filter(isElement) : [];
};

export function words(element: unknown, name: string): string | undefined {
  if (!isElement(element)) return undefined;
  const value = element.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The id without what we put before it when we write. */
export const plainId = (element: Element, prefix: string): string => (words(element, 'id') ?? '').replace(new RegExp(`^${prefix}`), '');

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** Why a file is not read. */
export const problem = (title: string, detail: string): Problem => ({ status: 422, title, detail });
