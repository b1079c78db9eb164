import type { ProblemTexts } from '../../base/locale.js';

/** Refusals in German, by the codes of docs/spec/problems.md. */
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
  'store/unknown-collection': ({ collection }) => `„${collection}“ gibt es hier nicht. Wählen Sie etwas anderes.`,
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
  'pipelines/no-open-stage': ({ stage }) =>
    `In „${stage}“ soll etwas ruhen, aber nirgends geht etwas weiter: Die Pipeline braucht auch eine offene Phase.`,
  'pipelines/own-approval-only': ({ stage }) =>
    `Nach „${stage}“ darf nur eine Person verschieben, die es selbst genehmigen müsste. Nennen Sie noch jemanden.`,
  'pipelines/stage-in-use': ({ stage }) => `In „${stage}“ sind noch Verkaufschancen. Geben Sie an, wohin sie gehen.`,
  'pipelines/in-use': ({ pipeline, count }) =>
    `„${pipeline}“ hat noch Verkaufschancen${count ? ` (${count})` : ''}. Löschen Sie diese zuerst, oder behalten Sie die Pipeline.`,
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
  'activities/already-done': () => 'Das ist schon erledigt.',
  'activities/cancelled': () => 'Das wurde abgesagt. Planen Sie es neu.',
  'activities/in-the-future': () => 'Was erledigt ist, liegt nicht in der Zukunft. Planen Sie es stattdessen.',
  'activities/subject-required': () => 'Schreiben Sie in wenigen Worten, worum es ging.',
  'deals/name-required': () => 'Geben Sie der Verkaufschance einen Namen.',
  'deals/negative-amount': () => 'Der Betrag darf nicht negativ sein.',
  'deals/absurd-amount': () => 'So viel bringt keine Verkaufschance. Prüfen Sie das Komma.',
  'deals/closed': () => 'Die Verkaufschance ist abgeschlossen. Öffnen Sie sie zuerst wieder.',
  'deals/not-won': () => 'Die Verkaufschance ist nicht gewonnen und hat noch nichts gebracht.',
  'deals/not-an-open-stage': ({ stage }) =>
    `Eine neue Verkaufschance beginnt in einer offenen Phase, „${stage}“ ist keine.`,
  'deals/no-items': () => 'Es gibt keine Positionen, denen der Betrag folgen könnte. Fügen Sie zuerst eine hinzu.',
  'deals/no-price-book': () => 'Sagen Sie, aus welcher Preisliste der Preis kommt, oder geben Sie ihn von Hand ein.',
  'deals/unknown-loss-reason': () => 'Dieser Grund steht nicht auf Ihrer Liste. Wählen Sie einen daraus.',
  'deals/loss-reason-twice': ({ name }) => `„${name}“ steht schon auf der Liste.`,
  'elements/not-on-the-board': () =>
    'Das steht nicht auf dem Board. Nehmen Sie Filter weg, oder warten Sie, bis es zu sehen ist.',
  'fields/changed-meanwhile': () =>
    'Inzwischen hat jemand anderes dieses Feld geändert. Sehen Sie sich zuerst den neuen Stand an.',
  'fields/duplicate': ({ name }) => `Ein Feld „${name}“ gibt es schon. Wählen Sie einen anderen Namen.`,
  'fields/in-use': () => 'Andere Felder brauchen es so, wie es ist. Ändern Sie zuerst diese.',
  'fields/options': () => 'Geben Sie mindestens eine Option an, keine zweimal.',
  'fields/default': () => 'Die Vorgabe passt nicht zu diesem Feld.',
  'fields/circle': ({ circle }) =>
    `Das Feld würde aus sich selbst berechnet: ${circle}. Nehmen Sie eines davon heraus.`,
  'fields/formula-syntax': ({ at }) => `Zeichen ${at}: Hier lässt sich die Formel nicht lesen.`,
  'fields/formula-unknown-field': ({ at }) => `Zeichen ${at}: Dieses Feld gibt es nicht.`,
  'fields/formula-unknown-function': ({ at }) => `Zeichen ${at}: Diese Funktion gibt es nicht.`,
  'fields/formula-type': ({ at }) => `Zeichen ${at}: Die Typen passen nicht zusammen.`,
  'fields/formula-arguments': ({ at }) => `Zeichen ${at}: Die Angaben der Funktion stimmen nicht.`,
  'fields/formula-too-long': () => 'Die Formel ist zu lang. Kürzen Sie sie.',
  'fields/formula-too-deep': () => 'Die Formel ist zu verschachtelt. Vereinfachen Sie sie.',
  'fields/no-label': () => 'Sagen Sie, wie das Feld heißt.',
  'fields/bad-name': () => 'Dieser Name geht nicht: Buchstaben und Ziffern, am Anfang ein kleiner Buchstabe.',
  'fields/required': () => 'Dieses Feld muss ausgefüllt sein.',
  'fields/not-unique': () => 'Diesen Wert hat schon ein anderer Datensatz. Geben Sie einen anderen an.',
  'fields/out-of-bounds': () => 'Das ist mehr oder weniger, als das Feld zulässt.',
  'fields/wrong-format': () => 'Das hat nicht die Form, die das Feld verlangt.',
  'fields/wrong-type': () => 'Der Wert passt nicht zu diesem Feld.',
  'fields/too-many-decimals': () => 'Das sind mehr Nachkommastellen, als das Feld zulässt.',
  'fields/unknown-option': () => 'Das steht nicht zur Wahl.',
  'fields/retired-option': () => 'Das steht nicht mehr zur Wahl. Nehmen Sie etwas anderes.',
  'fields/read-only': () => 'Dieses Feld wird berechnet und lässt sich nicht ändern.',
  'fields/unknown-field': () => 'Dieses Feld gibt es nicht mehr.',
  'fields/unknown-reference': () => 'Worauf verwiesen wird, gibt es nicht mehr. Wählen Sie etwas anderes.',
  'fields/still-defined': () => 'Entfernen Sie zuerst das Feld, dann seine Werte.',
  'leads/bad-email': () => 'Das ist keine E-Mail-Adresse.',
  'leads/bad-phone': () => 'Das ist keine Telefonnummer. Schreiben Sie sie mit Landesvorwahl.',
  'leads/name-required': () => 'Geben Sie einen Namen an: den der Person oder des Unternehmens.',
  'leads/company-name-required': () => 'Es ist kein Unternehmen genannt. Tragen Sie es ein, oder wandeln Sie ohne um.',
  'leads/reason-required': () => 'Schreiben Sie, warum. Darauf schaut, wer als Nächstes kommt.',
  'leads/bant-incomplete': () => 'Vor dem Qualifizieren fehlen noch Angaben.',
  'leads/closed': () => 'Dieser Lead ist abgeschlossen.',
  'leads/duplicate': ({ name }) => `„${name}“ ist schon bekannt. Arbeiten Sie damit weiter.`,
  'leads/day-passed': () => 'Wählen Sie einen späteren Tag.',
  'leads/no-such-day': () => 'Diesen Tag gibt es nicht.',
  'leads/claim-limit': ({ claimed, limit }) =>
    `Für heute haben Sie ${claimed} von ${limit} geholt. Morgen geht es weiter.`,
  'leads/pool-capacity': ({ most }) =>
    `Mehr als ${most} offene Leads gehen nicht. Schließen Sie einen ab, oder geben Sie einen zurück.`,
  'leads/pool-required': () => 'Sagen Sie, in welchen Pool er geht.',
  'leads/not-in-pool': () => 'Er ist nicht mehr in diesem Pool. Wählen Sie einen anderen.',
  'leads/not-a-member': ({ pool }) => `„${pool}“ steht Ihnen nicht offen. Fragen Sie, wer sich darum kümmert.`,
  'leads/former-owner-waits': () => 'Sie hatten ihn schon. Vorerst ist er für andere da.',
  'leads/just-recycled': () => 'Er ist gerade erst zurückgekommen und noch nicht zu haben.',
  'leads/resting': () => 'Er ruht noch.',
  'leads/nothing-to-convert': () => 'Sagen Sie, was daraus wird: ein Unternehmen, ein Kontakt, eine Verkaufschance.',
  'leads/too-long': () => 'Der Text ist zu lang. Kürzen Sie ihn.',
  'money/not-a-number': () => 'Das ist kein Betrag.',
  'money/not-a-currency': () => 'Das ist keine Währung. Schreiben Sie drei Großbuchstaben wie EUR.',
  'money/too-large': () => 'Der Betrag ist zu groß.',
  'money/too-many-decimals': () => 'Das sind mehr Nachkommastellen, als die Währung hat.',
  'permissions/not-allowed': () => 'Ihre Rollen erlauben das nicht. Fragen Sie, wer Rollen verwaltet.',
  'permissions/field-not-allowed': () => 'Ihre Rollen erlauben dieses Feld nicht. Fragen Sie, wer Rollen verwaltet.',
  'permissions/administrators-only': () => 'Das dürfen nur, die Rollen verwalten.',
  'pipelines/fields-required': ({ stage }) => `Für „${stage}“ fehlen noch Angaben. Füllen Sie sie aus.`,
  'pipelines/amount-full': ({ stage, most, currency }) =>
    `„${stage}“ fasst höchstens ${currency} ${most} zugleich, und das wäre mehr. Schieben Sie erst etwas weiter.`,
  'pipelines/stage-full': ({ stage, most }) =>
    `„${stage}“ ist voll: Mehr als ${most} passen nicht hinein. Bewegen Sie zuerst eine heraus.`,
  'pipelines/not-allowed-next': ({ stage, from }) => `„${stage}“ folgt nicht auf „${from}“.`,
  'pipelines/not-a-start-stage': ({ stage, stages }) => `In „${stage}“ beginnt nichts. Beginnen Sie in: ${stages}.`,
  'pipelines/not-fit-to-enter': ({ stage }) => `Für „${stage}“ ist noch nicht alles erfüllt.`,
  'pipelines/not-ready-to-leave': () => 'Hier ist noch nicht alles erfüllt, um weiterzugehen.',
  'pipelines/may-not-move': ({ stage }) => `Nach „${stage}“ dürfen Sie nichts bewegen. Fragen Sie jemanden, der darf.`,
  'pipelines/approval-needed': ({ stage, still }) =>
    `Ein Wechsel nach „${stage}“ muss genehmigt werden. Bitten Sie darum.${still ? ` Es fehlen noch: ${still}.` : ''}`,
  'pipelines/no-approval-needed': () => 'Dafür braucht es keine Genehmigung. Bewegen Sie es einfach.',
  'pipelines/already-asked': ({ still }) =>
    `Um diese Genehmigung ist schon gebeten. Warten Sie auf die Antwort.${still ? ` Es fehlen noch: ${still}.` : ''}`,
  'pipelines/already-decided': () => 'Darüber ist schon entschieden. Sehen Sie sich den neuen Stand an.',
  'pipelines/asker-may-not': () => 'Wer darum gebeten hat, darf das nicht mehr. Lehnen Sie ab.',
  'pipelines/may-not-approve': () => 'Das dürfen Sie nicht genehmigen. Fragen Sie jemanden, der darf.',
  'pipelines/already-approved': ({ still }) => `Sie haben das schon genehmigt. Es fehlen noch: ${still}.`,
  'pipelines/not-your-turn': ({ still }) => `Sie sind noch nicht an der Reihe. Zuerst kommt: ${still}.`,
  'pipelines/own-approval': () => 'Über die eigene Bitte entscheidet niemand selbst. Das muss jemand anderes tun.',
  'pipelines/not-your-request': () => 'Zurückziehen kann nur, wer darum gebeten hat.',
  'pipelines/request-outdated': () => 'Inzwischen steht es anderswo. Lehnen Sie ab, oder bitten Sie neu.',
  'pipelines/unknown-stage': () => 'Diese Phase gibt es nicht mehr. Wählen Sie eine andere.',
  'pricing/book-not-valid': ({ book }) =>
    `Nach „${book}“ wird an diesem Tag nicht verkauft. Wählen Sie eine andere Preisliste.`,
  'pricing/no-price': ({ product, book }) =>
    `„${product}“ hat in „${book}“ keinen Preis. Geben Sie einen von Hand ein.`,
  'pricing/other-currency': ({ currency, wanted }) => `Das ist in ${currency}, alles andere in ${wanted}.`,
  'pricing/negative-price': () => 'Ein Preis ist 0 oder mehr. Für weniger gibt es den Rabatt.',
  'pricing/discount-too-large': () => 'Der Rabatt ist größer als das, wovon er abgeht.',
  'pricing/wrong-discount': () => 'Dieser Rabatt geht nicht. Geben Sie mehr als 0 und höchstens 100 Prozent an.',
  'pricing/wrong-quantity': () => 'Das ist keine Menge. Geben Sie eine Zahl über 0 ein.',
  'pricing/wrong-tax': () => 'Dieser Steuersatz geht nicht.',
  'pricing/too-large': () => 'Zusammen ergibt das einen zu großen Betrag. Prüfen Sie Mengen und Preise.',
  'pricing/too-many-lines': ({ most }) => `Das sind mehr als ${most} Positionen. Teilen Sie sie auf.`,
  'rates/missing': ({ from, to }) =>
    `Für diesen Tag fehlt der Kurs von ${from} ${to ? `nach ${to}` : 'in die Hauswährung'}.`,
  'store/denied': () => 'Das erlaubt der Speicher nicht. Fragen Sie, wer ihn betreibt.',
  'store/closed': () => 'Der Speicher ist geschlossen. Laden Sie die Seite neu.',
  'store/superseded': () => 'Die Daten stammen von einer neueren Version. Laden Sie die Seite neu.',
  'store/upgrade-blocked': () => 'Ein anderer Tab hält eine ältere Version offen. Schließen Sie ihn.',
  'store/too-large': () => 'Das ist mehr, als der Speicher auf einmal nimmt. Teilen Sie es auf.',
  'store/corrupt': () => 'Gespeichertes lässt sich nicht lesen. Spielen Sie eine Sicherung ein.',
  'store/unsupported': () => 'Das kann dieser Speicher nicht. Wählen Sie einen anderen.',
  'pipelines/unknown-successor': ({ stage }) =>
    `Was in „${stage}“ war, soll in eine Phase, die es nicht gibt. Wählen Sie eine andere.`,
  'working-time/invalid': () => 'Diese Arbeitszeiten gehen so nicht auf. Prüfen Sie Zeitzone, Tage und Uhrzeiten.',
  'leads/not-a-form': () => 'Das sind keine Angaben eines Formulars. Senden Sie Felder und Texte.',
  'leads/too-many-fields': () => 'Das Formular hat zu viele Felder. Senden Sie weniger.',
  'leads/bad-field-name': () => 'So kann ein Feld nicht heißen. Nennen Sie es anders.',
  'leads/looks-automated': () => 'Dieses Feld füllt nur ein Programm aus. Es wurde nichts angenommen.',
  'leads/who-required': () =>
    'Es ist nicht zu erkennen, wer das ist. Fragen Sie nach Name, Unternehmen, E-Mail-Adresse oder Nummer.',
  'leads/consent-required': ({ purpose }) => `Ohne Zustimmung zu „${purpose}“ lässt sich nichts senden.`,
  'leads/bad-submission': () =>
    'Diese Kennung geht nicht. Vergeben Sie für jedes gezeigte Formular eine eigene, ohne Leerzeichen.',
  'leads/not-a-step': () => 'In diesen Status kann der Lead von seinem jetzigen aus nicht wechseln.',
  'leads/step-of-its-own': () => 'Dafür gibt es einen eigenen Schritt, der nach allem Nötigen fragt.',
  'leads/touch-ahead': () => 'Dieser Zeitpunkt liegt noch vor Ihnen. Planen Sie den Kontakt stattdessen.',
  'leads/nobody-claims': () => 'Niemand ist angemeldet, der den Lead holen könnte. Melden Sie sich an.',
  'leads/bad-field-map': () => 'Dieses Feld lässt sich nicht übernehmen. Wählen Sie ein anderes.',
  'rates/already-there': ({ from, to }) =>
    `Für diesen Tag gibt es schon einen Kurs von ${from} nach ${to}. Berichtigen Sie diesen.`,
  'pricing/line-twice': () => 'Eine Position ist zweimal da. Entfernen Sie eine davon.',
  'pricing/price-twice': () =>
    'An diesem Tag beginnt schon ein anderer Preis. Ändern Sie diesen, oder wählen Sie einen anderen Tag.',
  'filters/not-a-condition': () => 'Ein Teil des Filters ist keine Bedingung. Berichtigen Sie ihn.',
  'filters/unknown-property': () => 'Eine Bedingung enthält eine Angabe, die es nicht gibt. Nehmen Sie sie heraus.',
  'filters/missing-property': () => 'Einer Bedingung fehlt etwas: Feld, Vergleich oder Wert.',
  'filters/unknown-operator': () => 'Diesen Vergleich gibt es nicht. Wählen Sie einen anderen.',
  'filters/wrong-value': () => 'Dieser Wert passt nicht zum Vergleich. Geben Sie einen anderen an.',
  'filters/too-deep': () => 'Die Bedingungen sind zu tief verschachtelt. Nehmen Sie eine Ebene heraus.',
  'filters/too-large': () => 'Der Filter hat zu viele Bedingungen und Werte. Nehmen Sie weniger.',
  'elements/not-allowed': () => 'Die Seite lässt diesen Schritt nicht zu.',
  'imports/unknown-encoding': ({ encoding }) =>
    `Die Datei ist in ${encoding} geschrieben; das lässt sich hier nicht lesen. Speichern Sie sie als UTF-8.`,
  'imports/wrong-encoding': ({ encoding, line }) =>
    `Zeile ${line} ist nicht in ${encoding} geschrieben. Speichern Sie die Datei als UTF-8, oder geben Sie die richtige Kodierung an.`,
  'imports/unclosed-quote': ({ line }) =>
    `In Zeile ${line} wird ein Anführungszeichen nie geschlossen. Schließen Sie es, oder verdoppeln Sie es, wenn es zum Text gehört.`,
  'imports/record-too-long': ({ line, limit }) =>
    `Der Datensatz in Zeile ${line} ist länger als ${limit} Zeichen. Berichtigen Sie die Datei.`,
  'imports/no-header': () => 'Die Datei ist leer. In der ersten Zeile müssen die Namen der Spalten stehen.',
  'imports/duplicate-column': ({ column }) => `Zwei Spalten heißen „${column}“. Benennen Sie eine um.`,
  'imports/missing-column': ({ column }) =>
    `Der Datei fehlt die Spalte „${column}“. Benennen Sie eine Spalte um, oder ändern Sie die Zuordnung.`,
  'imports/nul-byte': ({ line }) =>
    `Zeile ${line} enthält ein Zeichen, das in keinem Text steht. Speichern Sie die Datei als UTF-8.`,
  'imports/invalid-mapping': () => 'Die Zuordnung der Spalten ist nicht stimmig. Berichtigen Sie sie.',
  'imports/unknown-import': () => 'Diesen Import gibt es nicht. Wählen Sie einen anderen.',
  'imports/already-reverted': () => 'Dieser Import ist schon zurückgenommen.',
  'imports/still-referred-to': () =>
    'Andere Datensätze gehören zu dem, was der Import gebracht hat. Nehmen Sie zuerst deren Import zurück, oder ordnen Sie sie anders zu.',
  'imports/changed-since': ({ count }) =>
    `Seit dem Import geänderte Datensätze: ${count}. Nehmen Sie nur die übrigen zurück, oder machen Sie die Änderungen rückgängig.`,
  'imports/wrong-column-count': ({ line, cells, columns }) =>
    `Zeile ${line}: Zellen ${cells}, Spalten ${columns}. Setzen Sie Text mit Trennzeichen in Anführungszeichen.`,
  'imports/stray-quote': ({ line, column }) =>
    `Zeile ${line}, Zelle ${column}: Text steht außerhalb der Anführungszeichen. Verdoppeln Sie die Anführungszeichen im Text.`,
  'imports/external-id-required': () => 'Die Kennung der Zeile fehlt. Ohne sie ist der Datensatz nicht wiederzufinden.',
  'imports/duplicate-external-id': ({ value, firstLine }) =>
    `„${value}“ steht schon in Zeile ${firstLine}. Entfernen Sie eine der beiden Zeilen.`,
  'imports/required': () => 'Ein Pflichtfeld ist leer. Füllen Sie es aus.',
  'imports/not-found': ({ value, near }) =>
    `„${value}“ gibt es nicht.${near ? ` Gemeint sein könnte: ${near}.` : ''} Berichtigen Sie es, oder importieren Sie es zuerst.`,
  'imports/ambiguous': ({ value, count }) =>
    `„${value}“ ist nicht eindeutig, Treffer: ${count}. Suchen Sie nach etwas, das nur einmal vorkommt.`,
  'imports/names-itself': () =>
    'Diese Zeile verweist auf sich selbst. Lassen Sie die Zelle leer, oder nennen Sie etwas anderes.',
  'imports/not-yours': () =>
    'Diese Zeile dürfen Sie nicht importieren. Überlassen Sie sie jemandem, der mehr sehen darf.',
  'imports/unfit': () => 'Was diese Zeile mitbringt, passt nicht. Berichtigen Sie sie.',
  'imports/unknown-stage': () => 'Diese Phase gibt es in der Pipeline nicht. Berichtigen Sie sie oder die Zuordnung.',
  'imports/unknown-choice': ({ value }) =>
    `„${value}“ steht nicht zur Wahl. Berichtigen Sie es, oder ergänzen Sie die Auswahl.`,
  'imports/not-a-number': ({ value }) =>
    `„${value}“ ist keine Zahl. Berichtigen Sie sie, oder geben Sie an, wie die Datei Zahlen schreibt.`,
  'imports/out-of-bounds': ({ value }) => `„${value}“ liegt außerhalb der Grenzen. Prüfen Sie den Wert.`,
  'imports/too-many-decimals': ({ value, currency }) =>
    `„${value}“ hat mehr Nachkommastellen, als ${currency} hat. Runden Sie den Betrag.`,
  'imports/no-such-day': ({ value }) =>
    `„${value}“ ist kein Datum in der angegebenen Schreibweise. Berichtigen Sie eines von beiden.`,
  'imports/not-a-moment': ({ value }) => `„${value}“ ist kein Zeitpunkt. Schreiben Sie ihn wie 2026-11-22T09:30:00Z.`,
  'imports/no-currency': ({ value }) => `Bei „${value}“ fehlt die Währung. Schreiben Sie es wie 12.50 EUR.`,
  'imports/unknown-row': ({ value }) => `Einen Datensatz „${value}“ gibt es nicht. Lassen Sie die Zeile weg.`,
  'imports/close-day-required': () => 'Die Verkaufschance ist abgeschlossen, aber der Abschlusstag fehlt.',
  'imports/loss-reason-required': () => 'Die Verkaufschance ist verloren, aber der Grund fehlt.',
  'imports/closed-before-opened': () => 'Der Abschluss liegt vor dem Beginn. Berichtigen Sie eines der beiden Daten.',
  'imports/closed-in-the-future': () => 'Der Abschlusstag liegt in der Zukunft. Berichtigen Sie ihn.',
  'forecast/not-a-calendar': () =>
    'Diesen Geschäftskalender gibt es nicht. Prüfen Sie Monat, Wochenbeginn und Zeitzone.',
  'forecast/unknown-stage': () =>
    'Eine Verkaufschance steht in einer Phase, die es nicht gibt. Verschieben Sie sie in eine andere.',
  'forecast/two-teams': () => 'Jemand ist am selben Tag in zwei Teams. Beenden Sie eine Zugehörigkeit vorher.',
  'forecast/two-parents': () => 'Ein Team ist am selben Tag zwei Teams unterstellt. Beenden Sie eines vorher.',
  'forecast/team-cycle': () => 'Ein Team ist sich selbst unterstellt. Nehmen Sie eines aus dem Kreis heraus.',
  'forecast/quota-without-rate': ({ from, to }) =>
    `Für eine Zielvorgabe fehlt der Kurs von ${from} nach ${to}. Geben Sie ihn ein, oder setzen Sie die Vorgabe in ${to}.`,
  'forecast/note-missing': () => 'Schreiben Sie dazu, warum die Prognose angepasst wird.',
  'forecast/not-a-category': () =>
    'Diese Prognosekategorie gibt es für offene Verkaufschancen nicht. Wählen Sie eine andere.',
  'forecast/deal-closed': () =>
    'Die Verkaufschance ist abgeschlossen; daraus folgt ihre Kategorie. Öffnen Sie sie zuerst wieder.',
  'forecast/too-little-history': () =>
    'Für diese Aussage gibt es noch zu wenige abgeschlossene Verkaufschancen. Nutzen Sie bis dahin die gewichtete Prognose.',
  'forecast/unknown-pipeline': () =>
    'Eine Verkaufschance steht in einer Pipeline, die es nicht gibt. Verschieben Sie sie in eine andere.',
  'segments/wrong-value': () => 'Ein Teil der Bedingung passt nicht. Berichtigen Sie ihn.',
  'segments/wrong-duration': () => 'Das ist keine Zeitspanne. Schreiben Sie sie wie P90D, P2W oder PT12H.',
  'segments/currency-missing': () =>
    'Beträge in verschiedenen Währungen werden nicht addiert. Geben Sie Betragsfeld und Währung an.',
  'segments/cycle': ({ way }) =>
    `Diese Segmente verweisen im Kreis aufeinander: ${way}. Nehmen Sie eines davon heraus.`,
  'segments/unknown-segment': ({ segment }) =>
    `„${segment}“ verweist auf ein Segment, das es nicht gibt. Wählen Sie ein anderes.`,
  'segments/other-collection': ({ segment, part }) =>
    `„${segment}“ kann nicht auf „${part}“ verweisen: Es enthält anderes. Wählen Sie ein passendes Segment.`,
  'segments/unknown-relation': ({ segment, relation }) =>
    `Was „${segment}“ unter „${relation}“ sucht, gibt es nicht. Wählen Sie etwas anderes.`,
  'segments/undated-relation': ({ relation }) =>
    `„${relation}“ hat kein Datum und lässt sich nicht auf einen Zeitraum begrenzen. Lassen Sie ihn weg.`,
  'segments/in-use': ({ segment, user }) =>
    `„${user}“ verweist auf „${segment}“. Nehmen Sie es dort zuerst aus der Bedingung.`,
  'segments/refused-part': ({ segment, part }) =>
    `„${segment}“ verweist auf „${part}“, und dort ist ein Fehler. Beheben Sie zuerst diesen.`,
  'fields/invalid-definition': () => 'Dieses Feld ist so nicht stimmig. Prüfen Sie die Angaben.',
  'fields/unknown-kind': ({ on }) => `Eine Art „${on}“ gibt es nicht. Prüfen Sie den Namen.`,
  'fields/not-unique-type': () => 'Felder dieses Typs können nicht eindeutig sein.',
  'fields/roll-up': () => 'So lassen sich diese Datensätze nicht zusammenfassen. Wählen Sie etwas anderes.',
  'fields/bad-kind': () => 'So kann diese Art nicht heißen. Nehmen Sie ein einziges Wort ohne Leerzeichen.',
  'fields/duplicate-kind': () => 'Eine Art dieses Namens gibt es schon. Wählen Sie einen anderen.',
  'fields/formula-no-result': () => 'Die Formel hat hier kein Ergebnis.',
  'scoring/too-few-outcomes': ({ least, won, lost }) =>
    `Zum Lernen braucht es je ${least} gewonnene und verlorene. Bisher gewonnen: ${won}, verloren: ${lost}.`,
  'scoring/split-without-time': ({ undated }) =>
    `Beispiele ohne Abschlusszeit: ${undated}. Tragen Sie sie nach, oder teilen Sie nach der Reihenfolge.`,
  'scoring/one-sided-test': () =>
    'Die zurückgehaltenen Beispiele sind alle gewonnen oder alle verloren. Halten Sie mehr zurück.',
  'scoring/unknown-zone': () => 'Diese Zeitzone gibt es nicht. Schreiben Sie sie wie Europe/Vienna.',
  'scoring/contradictory-limits': () => 'Die Untergrenze der Punkte liegt über der Obergrenze. Tauschen Sie beide.',
  'scoring/duplicate-rule': () => 'Zwei Regeln haben dieselbe Kennung. Geben Sie einer eine andere.',
  'scoring/rule-reads-clock': () =>
    'Eine Regel über Ereignisse enthält ein Datum, das mitwandert. Nehmen Sie dafür Zeitraum oder Halbwertszeit.',
  'scoring/not-points': () => 'Diese Punkte oder Grenzen gehen nicht. Geben Sie eine Zahl an, die nicht 0 ist.',
  'scoring/unknown-group': () => 'Eine Regel gehört zu einer Gruppe, die es nicht gibt. Wählen Sie eine andere.',
  'scoring/contradictory-grades': () => 'Die Noten widersprechen einander. Ordnen Sie ihre Grenzen.',
  'scoring/unknown-field': ({ field }) => `Ein Feld „${field}“ gibt es nicht. Wählen Sie ein anderes.`,
  'scoring/scheme-exists': ({ scheme }) =>
    `Ein Schema „${scheme}“ gibt es schon. Ändern Sie dieses, oder wählen Sie eine andere Kennung.`,
  'scoring/by-rules': () => 'Diese Punkte kommen aus Regeln. Ändern Sie die Regeln.',
  'metrics/relative-date': () =>
    'Der Filter einer Kennzahl darf kein Datum enthalten, das mitwandert. Nehmen Sie es heraus.',
  'goals/no-days': () => 'Das Ziel endet, bevor es beginnt. Wählen Sie einen späteren Tag.',
  'goals/stretch-too-low': () => 'Das Wunschziel liegt unter dem Ziel. Erhöhen Sie es, oder lassen Sie es weg.',
  'goals/own-ancestor': () =>
    'Ein Ziel kann weder zu sich selbst noch zu einem seiner Teilziele gehören. Wählen Sie ein anderes.',
  'alerts/no-hysteresis': () =>
    'Diese Warnung wäre vorbei, bevor sie beginnt. Setzen Sie die Entwarnung auf die ruhige Seite der Schwelle.',
  'alerts/never-over': () =>
    'Diese Warnung wäre nie vorbei: Sie schaut in beide Richtungen, und weniger als 0 Abweichungen gibt es nicht. Entwarnen Sie bei 0 oder mehr; üblich ist 2.',
  'alerts/always-unusual': () =>
    'Diese Warnung würde schon bei Üblichem ausgelöst. Geben Sie mehr als 0 an; üblich ist 3,5.',
  'alerts/wrong-quiet-hours': () =>
    'Diese Ruhezeiten gehen nicht. Geben Sie eine Zeitzone und zwei verschiedene Uhrzeiten an.',
  'permissions/locks-everyone-out': () =>
    'Dann könnte niemand mehr Rollen verwalten. Geben Sie die Rolle zuerst einer anderen aktiven Person.',
  'permissions/no-administrator': () => 'Keine dieser Rollen verwaltet Rollen. Erlauben Sie es mindestens einer.',
  'permissions/duplicate-role': ({ key }) => `Eine Rolle „${key}“ gibt es schon. Wählen Sie einen anderen Schlüssel.`,
  'permissions/unknown-reference': ({ reference }) =>
    `„${reference}“ gibt es bei niemandem, der handelt. Berichtigen Sie die Bedingung.`,
  'permissions/invalid-policy': () => 'Diese Rollen sind nicht stimmig. Berichtigen Sie sie.',
};
