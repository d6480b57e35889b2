/** Draws a run's latency. */
export function drawSparkline(canvas: HTMLCanvasElement, values: readonly number[]): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const top = Math.max(1, ...values);
  context.beginPath();
  values.forEach((value, index) => context.lineTo(index * 4, canvas.height * (1 - value / top)));
  context.stroke();
}
