import { say } from '../../../shared/said/said.ts';
import { calibrate as calibrateOn } from '../../core/publishing/earning/calibrate.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';

/** Compares what confidence promised with what became of decided fixes, and stores the reliability table for people. */
export async function calibrate(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'calibrate' }>,
): Promise<LoopMessage[]> {
  const calibration = calibrateOn(await ports.fixes.history(tenant));
  const stored = JSON.stringify(calibration);
  if (stored === (await ports.cursors.get(tenant, 'calibration'))) return [];
  await ports.cursors.set(tenant, 'calibration', stored);
  const reason = calibration.isIdentity
    ? say('step.tooFew', { count: calibration.n })
    : say('step.calibrated', { count: calibration.n, error: calibration.expectedError.toFixed(3) });
  await ports.activity.add(tenant, { at: message.at, actor: 'mend', what: 'calibrated', subject: tenant, reason });
  return [];
}
