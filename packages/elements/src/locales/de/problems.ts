import type { ProblemTexts } from '../../base/locale.js';

/** Refusals in German, by the codes of docs/spec/problems.md; what is left out is told in English. */
export const problems: ProblemTexts = {
  'deals/unknown-stage': () => 'Diese Phase gibt es in der Pipeline nicht.',
  'deals/no-such-stage': () => 'Der Pipeline fehlt eine Phase dieser Art. Fügen Sie zuerst eine hinzu.',
  'deals/loss-reason-required': () => 'Geben Sie an, warum die Verkaufschance verloren wurde.',
  'deals/value-required': () => 'Die Verkaufschance hat keinen Betrag. Geben Sie den Auftragswert an.',
  'deals/negative-value': () => 'Der Auftragswert darf nicht negativ sein.',
  'deals/closed-in-the-future': () => 'Der Abschlusstag darf nicht in der Zukunft liegen.',
  'deals/no-such-day': () => 'Diesen Tag gibt es nicht.',
  'deals/contact-twice': () => 'Dieser Kontakt ist zweimal genannt. Geben Sie ihm alle Rollen auf einmal.',
  'deals/two-primary-contacts': () => 'Zwei Kontakte sollen zuerst angerufen werden. Wählen Sie einen davon.',
  'deals/splits-not-100': ({ percent }) => `Die Umsatzanteile ergeben ${percent} Prozent. Es müssen 100 sein.`,
  'deals/split-twice': () => 'Jemand ist in einer Art zweimal genannt. Zählen Sie die Anteile zusammen.',
  'deals/competitor-twice': ({ competitor }) =>
    `„${competitor}“ steht schon unter den Mitbewerbern. Bearbeiten Sie diesen Eintrag.`,
  'deals/no-next-step': () =>
    'Es ist nichts vereinbart, das erledigt sein könnte. Schreiben Sie, was als Nächstes kommt.',
  'deals/no-such-part': () => 'Das steht nicht mehr bei dieser Verkaufschance. Sehen Sie sich den neuen Stand an.',
  'companies/own-ancestor': () =>
    'Ein Unternehmen kann weder zu sich selbst noch zu einer eigenen Tochter gehören. Wählen Sie ein anderes.',
  'pipelines/reason-required': () => 'Geben Sie den Grund an.',
  'store/not-found': () => 'Diesen Datensatz gibt es nicht mehr.',
  'store/invalid': () => 'Die Angaben passen nicht zu diesem Feld.',
  'store/not-editable': () => 'Dieses Feld lässt sich nicht direkt ändern.',
  'store/changed-since': () =>
    'Inzwischen hat jemand anderes etwas geändert. Sehen Sie sich den neuen Stand an, und ändern Sie ihn von Hand.',
  'store/nothing-to-undo': () => 'Es gibt nichts rückgängig zu machen.',
  'store/nothing-to-redo': () => 'Es gibt nichts zu wiederholen.',
  'store/conflict': () => 'Jemand anderes ändert gerade dasselbe. Versuchen Sie es erneut.',
  'store/quota': () => 'Der Speicher ist voll. Es wurde nichts gespeichert.',
  'store/unavailable': () => 'Der Speicher ist gerade nicht erreichbar. Versuchen Sie es später erneut.',
  'store/failed': () => 'Der Speicher hat einen Fehler gemeldet. Es wurde nichts gespeichert.',
  'tasks/not-planned': ({ subject }) =>
    `„${subject}“ ist schon erledigt oder abgesagt. Machen Sie das rückgängig oder planen Sie es neu.`,
  'pipelines/invalid-rule': ({ stage }) => `Eine Regel von „${stage}“ ist nicht wohlgeformt.`,
  'pipelines/no-such-field': ({ stage }) =>
    `„${stage}“ verlangt ein Feld, das niemand ausfüllen kann. Nehmen Sie es heraus.`,
  'pipelines/invalid-criteria': ({ stage }) =>
    `Bedingungen von „${stage}“ lassen sich nicht lesen. Berichtigen Sie sie.`,
  'pipelines/never-met': ({ stage }) =>
    `Die Bedingungen von „${stage}“ kann nie eine Verkaufschance erfüllen. Lockern Sie sie.`,
  'pipelines/unknown-next': ({ stage }) =>
    `„${stage}“ führt in eine Phase, die es nicht gibt. Berichtigen Sie die erlaubten Wege.`,
  'pipelines/dead-end': ({ stage }) =>
    `„${stage}“ ist eine Sackgasse: Kein erlaubter Weg führt zu „gewonnen“ oder „verloren“.`,
  'pipelines/unreachable-stage': ({ stage }) => `„${stage}“ ist nicht zu erreichen: Kein erlaubter Weg führt dorthin.`,
  'pipelines/not-a-start': ({ stage }) =>
    `In „${stage}“ kann nichts beginnen: Sie ist geschlossen oder braucht eine Genehmigung.`,
  'pipelines/no-room': ({ stage }) =>
    `„${stage}“ hat eine feste Grenze von 0: Nichts könnte je darin sein. Erhöhen Sie sie.`,
  'pipelines/nobody-may': ({ stage }) =>
    `Eine Regel von „${stage}“ nennt niemanden. Nennen Sie jemanden, oder lassen Sie sie weg.`,
  'pipelines/own-approval-only': ({ stage }) =>
    `Nach „${stage}“ darf nur eine Person verschieben, die es selbst genehmigen müsste. Nennen Sie noch jemanden.`,
  'pipelines/stage-in-use': ({ stage }) => `In „${stage}“ sind noch Verkaufschancen. Geben Sie an, wohin sie gehen.`,
  'pipelines/target-required': ({ stage }) => `Geben Sie an, wohin die Verkaufschancen aus „${stage}“ gehen.`,
  'pipelines/unknown-target': ({ stage }) =>
    `Die Verkaufschancen aus „${stage}“ können dort nicht hin: Die Pipeline wird diese Phase nicht haben.`,
  'pipelines/change-under-way': () =>
    'Diese Pipeline wird gerade geändert. Warten Sie, bis die Verkaufschancen gefolgt sind.',
  'pipelines/rows-cannot-follow': ({ stage, target }) =>
    `In „${stage}“ haben manche Verkaufschancen keinen Betrag und können nicht nach „${target}“. Geben Sie ihnen zuerst einen.`,
  'pipelines/changed-meanwhile': () =>
    'Inzwischen hat jemand diese Pipeline geändert. Sehen Sie sich erst an, was jetzt da ist.',
  'pipelines/changed-again': () =>
    'Diese Pipeline wurde seither noch einmal geändert. Nehmen Sie zuerst die spätere Änderung zurück.',
  'elements/cancelled': () => 'Die Seite hat das nicht zugelassen.',
  'backup/not-a-backup': () => 'Diese Datei ist keine Sicherung. Wählen Sie eine andere.',
  'backup/newer-format': () =>
    'Diese Sicherung stammt aus einer neueren Version. Aktualisieren Sie zuerst die Anwendung.',
  'backup/newer-schema': () =>
    'Diese Sicherung stammt aus einer neueren Version. Aktualisieren Sie zuerst die Anwendung.',
  'backup/damaged': () => 'Diese Datei lässt sich nicht entpacken. Wählen Sie eine andere Sicherung.',
  'backup/truncated': ({ rows }) =>
    `Diese Sicherung ist unvollständig: Sie bricht nach ${rows} Zeilen ab. Wählen Sie eine andere.`,
  'backup/wrong-line': ({ line }) => `In Zeile ${line} dieser Sicherung ist ein Fehler. Wählen Sie eine andere.`,
  'backup/wrong-count': ({ rows, expected }) =>
    `Diese Sicherung hat ${rows} Zeilen und müsste ${expected} haben. Wählen Sie eine andere.`,
  'backup/wrong-checksum': () =>
    'Diese Sicherung wurde nach ihrer Erstellung verändert; die Prüfsumme stimmt nicht. Wählen Sie eine andere.',
};
