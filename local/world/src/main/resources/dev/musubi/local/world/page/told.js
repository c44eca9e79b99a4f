// The one line in which the page tells what it does and what went wrong.
export function tell(text, problem = false) {
  const told = document.getElementById('told');
  if (told.textContent !== text) told.textContent = text;
  told.classList.toggle('problem', problem);
}

/** Does something that may be refused; a refusal shows its sentence. */
export async function attempt(started, work, ended = () => '') {
  tell(started);
  try {
    const answer = await work();
    tell(ended(answer));
    return true;
  } catch (problem) {
    tell(problem.message, true);
    return false;
  }
}
