import { baseKeymap, toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Slice, type Fragment } from 'prosemirror-model'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { readRichText } from '../../../document/rich-text.ts'
import type { CardId } from '../../../journey/map.ts'
import { addBelow, editNeighbour } from '../actions/card-actions.ts'
import { useEditor } from '../editor-context.tsx'
import type { Editor } from '../editor.ts'
import { ownTyping } from '../own-origin.ts'
import { cleanPaste, largestPaste, longestText } from './clean-paste.ts'
import { SlashMenu } from './slash-menu.tsx'
import { marksOf, textSchema } from './text-schema.ts'
import { documentOfText, plainText, resynced, transactionOf, writeSteps } from './y-text-binding.ts'

/** The editor of one card's text, there only while it is edited. What is typed goes into the shared text at once. */
export function CardTextEditor({ card }: { readonly card: CardId }) {
  const editor = useEditor()
  const place = useRef<HTMLDivElement>(null)
  const [slash, setSlash] = useState<string | undefined>()
  useEffect(() => {
    const text = editor.text(card)
    if (!text || !place.current) return undefined
    // What hangs out of the card, such as the menu, may not be cut off at the edge of the lane.
    const lane = place.current.closest('.lane')
    lane?.setAttribute('data-editing', '')
    const close = openEditor({
      editor,
      card,
      text,
      place: place.current,
      onText: (plain) => setSlash(/^\/[^\n]{0,30}$/.test(plain) ? plain.slice(1) : undefined),
    })
    return () => {
      close()
      lane?.removeAttribute('data-editing')
    }
  }, [editor, card])
  return (
    <>
      <div ref={place} className="card-editor" />
      {slash === undefined ? null : <SlashMenu card={card} query={slash} />}
    </>
  )
}

interface Opening {
  readonly editor: Editor
  readonly card: CardId
  readonly text: Y.Text
  readonly place: HTMLElement
  readonly onText: (plain: string) => void
}

function openEditor({ editor, card, text, place, onText }: Opening): () => void {
  const computed = editor.store.card(card)?.body.kind !== 'text'
  const view = new EditorView(place, {
    state: stateOf(text, editor, card),
    attributes: {
      'aria-label': computed ? 'Note on the card' : 'Text of the card',
      'aria-multiline': 'true',
      role: 'textbox',
      class: 'card-prose',
    },
    dispatchTransaction(transaction) {
      if (transaction.docChanged && !transaction.getMeta('remote') && transaction.doc.content.size > longestText + 2) {
        editor.say(`A card takes ${longestText.toLocaleString('en')} characters. Put the rest on another card.`, true)
        return
      }
      view.updateState(view.state.apply(transaction))
      if (!transaction.docChanged) return
      if (!transaction.getMeta('remote')) writeSteps(text, transaction, ownTyping)
      if (plainText(view.state.doc) !== readRichText(text).text) view.updateState(view.state.apply(resynced(view.state, text)))
      if (editor.fresh === card && text.length > 0) editor.fresh = undefined
      onText(computed ? '' : plainText(view.state.doc))
    },
    handlePaste: (_view, event) => paste(view, event, editor),
    handleDOMEvents: {
      blur: () => {
        // Leaving for the slash menu or another window is not leaving the card.
        setTimeout(() => {
          if (!view.isDestroyed && document.hasFocus() && !place.closest('.card')?.contains(document.activeElement)) editor.edit(undefined)
        })
        return false
      },
    },
  })
  const onRemote = (event: Y.YTextEvent): void => {
    if (event.transaction.origin !== ownTyping) view.dispatch(transactionOf(view.state, event.delta))
  }
  text.observe(onRemote)
  view.focus()
  onText(computed ? '' : plainText(view.state.doc))
  return () => {
    text.unobserve(onRemote)
    view.destroy()
  }
}

function stateOf(text: Y.Text, editor: Editor, card: CardId): EditorState {
  const doc = documentOfText(text)
  const leave: Command = () => {
    editor.edit(undefined)
    editor.moveTo({ kind: 'card', id: card })
    document.getElementById(`card-${card}`)?.focus()
    return true
  }
  const then =
    (next: () => void): Command =>
    () => {
      editor.edit(undefined)
      next()
      return true
    }
  const lineBreak: Command = (state, dispatch) => {
    dispatch?.(state.tr.insertText('\n').scrollIntoView())
    return true
  }
  const { bold, italic } = textSchema.marks
  const keys: Record<string, Command> = {
    Escape: leave,
    Enter: leave,
    'Shift-Enter': lineBreak,
    'Mod-Enter': then(() => addBelow(editor, card)),
    Tab: then(() => editNeighbour(editor, card, 1)),
    'Shift-Tab': then(() => editNeighbour(editor, card, -1)),
    'Mod-z': () => (editor.undo(), true),
    'Shift-Mod-z': () => (editor.redo(), true),
    'Mod-y': () => (editor.redo(), true),
    ...(bold ? { 'Mod-b': toggleMark(bold) } : {}),
    ...(italic ? { 'Mod-i': toggleMark(italic) } : {}),
    'Mod-Shift-k': askLink,
  }
  const selection = TextSelection.create(doc, doc.content.size - 1)
  return EditorState.create({ doc, selection, plugins: [keymap(keys), keymap(baseKeymap)] })
}

/** Makes the chosen words a link, or takes the link away. The address is the clipboard's way in: paste one over chosen words. */
const askLink: Command = (state, dispatch) => {
  const { link } = textSchema.marks
  const { from, to, empty } = state.selection
  if (!link || empty || !state.doc.rangeHasMark(from, to, link)) return false
  dispatch?.(state.tr.removeMark(from, to, link))
  return true
}

function paste(view: EditorView, event: ClipboardEvent, editor: Editor): boolean {
  const plain = event.clipboardData?.getData('text/plain') ?? ''
  const markup = event.clipboardData?.getData('text/html') ?? ''
  const size = Math.max(plain.length, markup.length)
  if (size > largestPaste || plain.length > longestText) {
    editor.say(
      `That is ${Math.round(size / 1000).toLocaleString('en')} thousand characters; a card takes ${longestText.toLocaleString('en')}. Keep it as a research note and cite the part that matters.`,
      true,
    )
    return true
  }
  const { from, to, empty } = view.state.selection
  const [link] = marksOf({ link: plain.trim() })
  if (link && !empty) {
    view.dispatch(view.state.tr.addMark(from, to, link))
    return true
  }
  view.dispatch(view.state.tr.replaceSelection(new Slice(markup === '' ? wordsOf(plain) : markupOf(markup), 0, 0)).scrollIntoView())
  return true
}

const wordsOf = (plain: string): Fragment => documentOfRuns([{ text: plain.replaceAll('\r\n', '\n'), marks: [] }])

function markupOf(markup: string): Fragment {
  // Parsed into a document of its own, where nothing loads and nothing runs; only words and marks are taken out of it.
  const { text, marks } = cleanPaste(new window.DOMParser().parseFromString(markup, 'text/html').body)
  const edges = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.from, mark.to])])].toSorted((a, b) => a - b)
  return documentOfRuns(
    edges.slice(0, -1).map((from, index) => {
      const here = marks.filter((mark) => mark.from <= from && from < mark.to)
      const link = here.find((mark) => mark.kind === 'link')
      return {
        text: text.slice(from, edges[index + 1]),
        marks: marksOf({
          bold: here.some((mark) => mark.kind === 'bold'),
          italic: here.some((mark) => mark.kind === 'italic'),
          link: link?.kind === 'link' ? link.href : null,
        }),
      }
    }),
  )
}

function documentOfRuns(runs: readonly { readonly text: string; readonly marks: ReturnType<typeof marksOf> }[]): Fragment {
  const nodes = runs.flatMap((run) => (run.text === '' ? [] : [textSchema.text(run.text, run.marks)]))
  return textSchema.node('block', null, nodes).content
}
