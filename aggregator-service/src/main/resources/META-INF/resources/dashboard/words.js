// Figures as words.

export const count = (n) => (n == null ? '–' : n.toLocaleString('en'));

export function duration(seconds) {
  if (seconds == null) return '–';
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  return `${Math.floor(seconds / 86400)} d ${Math.floor((seconds % 86400) / 3600)} h`;
}

export function rate(perSecond) {
  if (perSecond == null) return '–';
  if (perSecond === 0) return '0';
  return perSecond >= 1 ? `${perSecond.toFixed(1)}/s` : `${(perSecond * 60).toFixed(1)}/min`;
}

export const moment = (millis) =>
  new Date(millis).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export const ended = (state) => ['COMPLETED', 'FAILED', 'CANCELLED'].includes(state);

/** "24 of 36 passes, 12 reused, 2 failed, about 40 s left" */
export function stageWords({ stage, remainingSeconds }) {
  const parts = [`${count(stage.done)} of ${count(stage.total)} ${stage.unit}`];
  if (stage.reused) parts.push(`${count(stage.reused)} reused`);
  if (stage.failed) parts.push(`${count(stage.failed)} failed`);
  if (remainingSeconds != null) parts.push(`about ${duration(remainingSeconds)} left`);
  return parts.join(', ');
}

export const topicStates = {
  IDLE: 'idle',
  FLOWING: 'flowing',
  UNATTENDED: 'nobody takes the messages',
  STILL: 'nothing finished for a minute',
};
