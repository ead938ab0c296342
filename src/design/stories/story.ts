/** A story is one component in one state, as data: tests render each, validate it and look at it in a browser. */
import type { VNode } from 'preact';

export interface Story {
  readonly component: string;
  readonly state: string;
  readonly node: VNode;
  /** Bundles whose pages show it. */
  readonly on: 'staff' | 'person' | 'both';
}

export const story = (on: Story['on'], component: string, states: Readonly<Record<string, VNode>>): readonly Story[] =>
  Object.entries(states).map(([state, node]) => ({ component, state, node, on }));
