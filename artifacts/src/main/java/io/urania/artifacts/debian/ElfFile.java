package io.urania.artifacts.debian;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a little-endian ELF program or library needs to be loaded (System V ABI, chapters 4 and 5). Reading it here works
 * for programs of other architectures, which {@code ldd} could not run.
 *
 * @param interpreter the dynamic loader's path, where it is a program
 * @param needed the names of the libraries it is linked with
 */
record ElfFile(Optional<String> interpreter, List<String> needed) {
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_INTERP = 3;
    private static final long DT_NULL = 0;
    private static final long DT_NEEDED = 1;
    private static final long DT_STRTAB = 5;

    private record Segment(int type, long offset, long address, long size) {}

    static ElfFile read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (bytes.getInt(0) != 0x464c457f) {
                throw new IOException(file + " is not an ELF file");
            }
            return read(bytes, bytes.get(4) == 2);
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new IOException(file + " is a damaged ELF file", e);
        }
    }

    private static ElfFile read(ByteBuffer bytes, boolean wide) {
        List<Segment> segments = segments(bytes, wide);
        Optional<String> interpreter = segments.stream()
                .filter(segment -> segment.type == PT_INTERP)
                .map(segment -> text(bytes, (int) segment.offset))
                .findFirst();
        List<Long> nameOffsets = new ArrayList<>();
        long names = 0;
        for (Segment segment : segments) {
            if (segment.type == PT_DYNAMIC) {
                int entrySize = wide ? 16 : 8;
                for (int at = (int) segment.offset; at < segment.offset + segment.size; at += entrySize) {
                    long tag = word(bytes, at, wide);
                    long value = word(bytes, at + entrySize / 2, wide);
                    if (tag == DT_NULL) {
                        break;
                    } else if (tag == DT_NEEDED) {
                        nameOffsets.add(value);
                    } else if (tag == DT_STRTAB) {
                        names = fileOffset(segments, value);
                    }
                }
            }
        }
        List<String> needed = new ArrayList<>();
        for (long offset : nameOffsets) {
            needed.add(text(bytes, (int) (names + offset)));
        }
        return new ElfFile(interpreter, List.copyOf(needed));
    }

    private static List<Segment> segments(ByteBuffer bytes, boolean wide) {
        long table = word(bytes, wide ? 32 : 28, wide);
        int entrySize = bytes.getShort(wide ? 54 : 42);
        int count = bytes.getShort(wide ? 56 : 44);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = (int) table + i * entrySize;
            segments.add(new Segment(
                    bytes.getInt(at),
                    word(bytes, at + (wide ? 8 : 4), wide),
                    word(bytes, at + (wide ? 16 : 8), wide),
                    word(bytes, at + (wide ? 32 : 16), wide)));
        }
        return segments;
    }

    private static long fileOffset(List<Segment> segments, long address) {
        return segments.stream()
                .filter(segment -> segment.type == PT_LOAD
                        && address >= segment.address
                        && address < segment.address + segment.size)
                .mapToLong(segment -> address - segment.address + segment.offset)
                .findFirst()
                .orElseThrow(() -> new IndexOutOfBoundsException("no segment at " + address));
    }

    private static long word(ByteBuffer bytes, int at, boolean wide) {
        return wide ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }

    private static String text(ByteBuffer bytes, int at) {
        int end = at;
        while (bytes.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - at];
        bytes.get(at, text);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
