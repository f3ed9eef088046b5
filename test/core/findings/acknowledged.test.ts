import { describe, expect, it } from 'vitest';
import { endingOf } from '../../../worker/core/findings/acknowledged.ts';

const ending = (...texts: string[]) => endingOf(texts.map((text) => ({ text })));

describe('an acknowledged defect', () => {
  it.each([
    'This is a known bug in the watering timer.',
    'You have found a defect in the basket, thank you for telling us.',
    'It looks like a bug in the newest timer release.',
    'I could reproduce it on our own timer.',
    'Our developers are working on it right now.',
    'The engineers are looking into this.',
    'We are working on a fix.',
    'The fix is being tested and goes out on Monday.',
    'I will write to you as soon as the fix is released.',
    'I have reported this to them as a bug.',
    'It will be fixed in the next version.',
  ])('is read from "%s"', (text) => {
    expect(ending('Hello Ada.', text)).toEqual({ acknowledged: true, acted: false });
  });

  it.each([
    'This is not a bug, the timer waits for the sun.',
    'We cannot reproduce it here.',
    'Is it a known bug?',
    'If this is a bug, we will tell you.',
    'That bug has been fixed in version 3, please update.',
    'Please ask your developers, they are aware of the key.',
    'The beetle on your rose is a bug, not a fungus.',
    'A plumber can fix the tap.',
    'Please fix the hose to the wall.',
    '',
  ])('is not read from "%s"', (text) => {
    expect(ending(text).acknowledged).toBe(false);
  });
});

describe('an action on the account', () => {
  it.each([
    'I have refunded the second parcel.',
    'We’ve just credited the difference.',
    'I have issued you a full refund.',
    'I have now changed the owner of your account.',
    'I went ahead and merged both of your accounts.',
    'We have cancelled your subscription.',
    "I've changed it for you.",
  ])('is read from "%s"', (text) => {
    expect(ending('Could you tell me the number, please?', text)).toEqual({ acknowledged: false, acted: true });
  });

  it.each([
    'I will refund the second parcel.',
    'I have not refunded anything.',
    'Have you cancelled your subscription?',
    'I have changed the delivery slot of the fern.',
    'You can refund a gift card in the shop.',
  ])('is not read from "%s"', (text) => {
    expect(ending(text).acted).toBe(false);
  });

  it.each(['Open Settings and choose Owner next time.', 'You can also change the plan under Billing.'])(
    'is knowledge after all where the customer is told a way: "%s"',
    (text) => {
      expect(ending('I have changed the owner of the account.', text).acted).toBe(false);
    },
  );
});

describe('any text', () => {
  it('is read in little time', () => {
    const started = performance.now();
    const long = ['developers ', 'i have changed ', 'please then ', 'we just now ', 'a '];
    ending(...long.map((words) => `${words.repeat(40)}. So ${words.repeat(40)}.\n\n`.repeat(20)), 'a'.repeat(64_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
