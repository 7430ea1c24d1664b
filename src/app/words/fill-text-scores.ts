import type { TextMethod } from '../../journey/text-feelings.ts'
import type { MethodContext } from '../methods/method.ts'

/** Texts handed to a thread at once; what a piece found is kept, so that stopping loses no more than one piece. */
const pieces: Readonly<Record<TextMethod, number>> = { lexicon: 50_000, model: 500 }
const doing: Readonly<Record<TextMethod, string>> = { lexicon: 'Reading texts', model: 'Reading texts with the model' }

type Filling = Pick<MethodContext, 'events' | 'workspace' | 'signal' | 'aside' | 'progress'>

/** Scores the texts of a workspace that a method has not scored yet, in a thread of its own. */
export async function fillTextScores({ events, workspace, signal, aside, progress }: Filling, method: TextMethod): Promise<void> {
  const of = await events.countWaitingTexts(workspace, method)
  let done = 0
  while (done < of) {
    signal.throwIfAborted()
    progress(doing[method], done / of)
    const texts = await events.waitingTexts(workspace, { method, most: pieces[method] })
    if (texts.length === 0) return
    const rows = await aside('score-texts', { method, texts, done, of })
    await events.keepTextScores(workspace, { method, rows })
    done += texts.length
  }
}
