package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.files.AttachedFile;
import dev.linekeeper.chat.files.AttachedFile.FileKind;
import java.util.List;
import java.util.Optional;

/** What is said about files that no command can have. */
final class FileNotes {
    private FileNotes() {}

    /** Why none of them is looked at; empty when there is exactly one, which can be read. */
    static Optional<Note> unreadable(List<AttachedFile> files) {
        if (files.stream().anyMatch(file -> file.kind() == FileKind.NOT_HANDED_OVER)) {
            return Optional.of(NoteCards.of(Tone.STOP, "chat.file.not-here"));
        }
        if (files.size() > 1) {
            List<String> names = files.stream().map(AttachedFile::name).toList();
            return Optional.of(NoteCards.of(Tone.STOP, "chat.file.several", files.size(), names));
        }
        return switch (files.getFirst().kind()) {
            case READABLE, NOT_HANDED_OVER -> Optional.empty();
            case PICTURE -> Optional.of(NoteCards.of(Tone.STOP, "chat.file.picture"));
            case OTHER ->
                Optional.of(NoteCards.of(
                        Tone.STOP, "chat.file.other", files.getFirst().name()));
        };
    }

    /** What was said has no use for the file; {@code example} is a sentence that says what to do. */
    static Note unused(AttachedFile file, String example) {
        return NoteCards.of(Tone.INFO, "chat.file.unused", file.name(), example);
    }

    /** Whether they merely stand beside the words, as the picture does that Excel puts beside its cells. */
    static boolean areBeside(List<AttachedFile> files, Utterance said) {
        return !said.isEmpty() && files.stream().allMatch(file -> file.kind() == FileKind.PICTURE);
    }
}
