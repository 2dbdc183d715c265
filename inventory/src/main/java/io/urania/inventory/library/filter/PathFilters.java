package io.urania.inventory.library.filter;

import io.urania.inventory.library.Call;
import io.urania.inventory.library.Filter;
import io.urania.inventory.python.Display;
import io.urania.inventory.python.OperationException;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Filters on paths as texts, by the rules of Python's {@code posixpath} and {@code ntpath}. */
final class PathFilters {
    private PathFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "basename",
                plain(text -> text.substring(text.lastIndexOf('/') + 1)),
                "dirname",
                plain(PathFilters::directory),
                "normpath",
                plain(PathFilters::normal),
                "splitext",
                PathFilters::splitExtension,
                "path_join",
                PathFilters::join,
                "commonpath",
                PathFilters::common,
                "relpath",
                PathFilters::relative,
                "win_basename",
                plain(text -> withoutDrive(text).substring(lastSeparator(withoutDrive(text)) + 1)),
                "win_dirname",
                plain(PathFilters::windowsDirectory),
                "win_splitdrive",
                PathFilters::splitDrive);
    }

    private static Filter plain(UnaryOperator<String> change) {
        return (subject, call) -> {
            call.accept();
            return call.result(change.apply(text(subject, call)));
        };
    }

    private static String directory(String path) {
        String head = path.substring(0, path.lastIndexOf('/') + 1);
        return head.chars().allMatch(character -> character == '/') ? head : withoutSlashes(head);
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String normal(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        String root = path.startsWith("//") && !path.startsWith("///") ? "//" : path.startsWith("/") ? "/" : "";
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")
                    && (parts.isEmpty() ? root.isEmpty() : parts.getLast().equals(".."))) {
                parts.add(part);
            } else if (part.equals("..")) {
                if (!parts.isEmpty()) {
                    parts.removeLast();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        String result = root + String.join("/", parts);
        return result.isEmpty() ? "." : result;
    }

    private static Value splitExtension(Value subject, Call call) {
        call.accept();
        String path = text(subject, call);
        int start = path.lastIndexOf('/') + 1;
        int first = start;
        while (first < path.length() && path.charAt(first) == '.') {
            first++;
        }
        int dot = path.lastIndexOf('.');
        int cut = dot >= first ? dot : path.length();
        return call.tuple(List.of(call.result(path.substring(0, cut)), call.result(path.substring(cut))));
    }

    private static Value join(Value subject, Call call) {
        call.accept();
        List<Value> parts = subject instanceof ListValue list ? list.elements() : List.of(subject);
        if (parts.isEmpty()) {
            throw call.wrong("'path_join' requires at least one part", "");
        }
        String path = text(parts.getFirst(), call);
        for (Value part : parts.subList(1, parts.size())) {
            String next = text(part, call);
            path = next.startsWith("/") ? next : path.isEmpty() || path.endsWith("/") ? path + next : path + "/" + next;
        }
        return call.result(path);
    }

    private static Value common(Value subject, Call call) {
        call.accept();
        if (!(subject instanceof ListValue list) || list.elements().isEmpty()) {
            throw call.wrongSubject(subject, "a list of paths");
        }
        List<String> common = new ArrayList<>();
        boolean absolute = text(list.elements().getFirst(), call).startsWith("/");
        for (int i = 0; i < list.elements().size(); i++) {
            String path = text(list.elements().get(i), call);
            if (path.startsWith("/") != absolute) {
                throw call.wrong("'commonpath' cannot mix absolute and relative paths", "");
            }
            List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
            parts.removeIf(part -> part.isEmpty() || part.equals("."));
            int same = 0;
            while (i > 0
                    && same < Math.min(common.size(), parts.size())
                    && common.get(same).equals(parts.get(same))) {
                same++;
            }
            common = i == 0 ? parts : common.subList(0, same);
        }
        return call.result((absolute ? "/" : "") + String.join("/", common));
    }

    private static Value relative(Value subject, Call call) {
        call.accept("start");
        String path = text(subject, call);
        String start = call.text(0, "start", "");
        if (!path.startsWith("/") || !start.startsWith("/")) {
            throw call.wrong(
                    "'relpath' expects an absolute path and an absolute start",
                    "relative paths depend on the current directory");
        }
        String relative =
                Path.of(normal(start)).relativize(Path.of(normal(path))).toString();
        return call.result(relative.isEmpty() ? "." : relative);
    }

    private static int lastSeparator(String path) {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    }

    private static String withoutDrive(String path) {
        return path.substring(drive(path));
    }

    /** Paths to shares have drives that are more than a letter, which are refused. */
    private static int drive(String path) {
        if (path.startsWith("\\\\") || path.startsWith("//")) {
            throw new OperationException("UNC paths are not supported", "", "");
        }
        return path.length() > 1 && path.charAt(1) == ':' ? 2 : 0;
    }

    private static String windowsDirectory(String path) {
        int root = drive(path);
        root += root < path.length() && "/\\".indexOf(path.charAt(root)) >= 0 ? 1 : 0;
        String rest = path.substring(root);
        String head = rest.substring(0, lastSeparator(rest) + 1);
        return path.substring(0, root) + head.replaceAll("[/\\\\]+$", "");
    }

    private static Value splitDrive(Value subject, Call call) {
        call.accept();
        String path = text(subject, call);
        return call.tuple(List.of(call.result(path.substring(0, drive(path))), call.result(withoutDrive(path))));
    }

    private static String text(Value subject, Call call) {
        if (subject instanceof TextValue) {
            return Display.text(subject);
        }
        throw call.wrongSubject(subject, "text");
    }
}
