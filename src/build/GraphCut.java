import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * Takes out of the jar those classes of the Graph SDK that nothing in it can reach: {@code java GraphCut.java JAR FOLDER}. What is left
 * of the SDK is written into FOLDER too, for tests. Classes are kept or left out, never changed.
 *
 * <p>Reached is, from every class of the jar that names the SDK or Kiota: what a kept class names anywhere. Request builders alone, which
 * name each other from the client down to all of Graph, are read method by method: of them counts what a method names that somebody calls
 * by that name and descriptor, whoever it is called on. Nothing
 * may be loaded by name. The decision is src/docs/adr/0041-of-the-graph-sdk-what-is-reached.md.
 */
final class GraphCut {
    private static final String SDK = "microsoft-graph-\\d.*\\.jar";
    private static final String BUILDER = "com/microsoft/kiota/BaseRequestBuilder";
    private static final Pattern TYPE = Pattern.compile("L([^;<]+)");

    private static final Set<String> BY_NAME =
            Set.of("java/lang/Class.forName", "java/lang/ClassLoader.loadClass", "java/util/ServiceLoader.load");

    /** Asks by name whether it runs on Android. */
    private static final String ON_ANDROID = "com/microsoft/graph/core/requests/middleware/GraphTelemetryHandler";

    private final Map<String, byte[]> classes = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Map<String, List<MethodModel>> waiting = new HashMap<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Map<ZipEntry, byte[]> packed = Zip.entries(Files.readAllBytes(jar));
        ZipEntry sdk = packed.keySet().stream()
                .filter(entry -> fileName(entry).matches(SDK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no Graph SDK in " + jar));
        var cut = new GraphCut();
        Map<ZipEntry, byte[]> whole = Zip.entries(packed.get(sdk));
        whole.forEach((entry, bytes) -> {
            if (entry.getName().endsWith(".class")) {
                cut.classes.put(entry.getName().replace(".class", ""), bytes);
            }
        });
        for (var each : packed.entrySet()) {
            if (each.getKey().getName().endsWith(".class")) {
                cut.start(each.getValue());
            } else if (each.getKey().getName().endsWith(".jar") && each.getKey() != sdk) {
                Zip.entries(each.getValue()).forEach((entry, bytes) -> {
                    if (entry.getName().endsWith(".class")) {
                        cut.start(bytes);
                    }
                });
            }
        }
        cut.follow();
        byte[] rest = Zip.of(
                whole,
                entry -> entry.getName().startsWith("META-INF/")
                        || !entry.isDirectory() && !entry.getName().endsWith(".class")
                        || cut.kept.contains(entry.getName().replace(".class", "")));
        System.out.printf(
                "%s: %d of %d classes, %.1f of %.1f MB%n",
                fileName(sdk), cut.kept.size(), cut.classes.size(), rest.length / 1e6, packed.get(sdk).length / 1e6);
        packed.put(sdk, rest);
        Files.createDirectories(Path.of(arguments[1]));
        Files.write(Path.of(arguments[1], fileName(sdk)), rest);
        Files.write(jar, Zip.of(packed, _ -> true));
    }

    /** Reads a class that is in the jar anyway, if it could use the SDK. */
    private void start(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains("com/microsoft/graph/") || text.contains("com/microsoft/kiota/")) {
            everything(ClassFile.of().parse(bytes));
        }
    }

    private void follow() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }

    private void keep(String name) {
        if (classes.containsKey(name) && kept.add(name)) {
            ClassModel model = ClassFile.of().parse(classes.get(name));
            open.push(() -> {
                model.superclass().ifPresent(this::type);
                model.interfaces().forEach(this::type);
                if (model.superclass()
                        .filter(above -> above.asInternalName().equals(BUILDER))
                        .isPresent()) {
                    model.methods().forEach(this::readWhenCalled);
                } else {
                    everything(model);
                }
            });
        }
    }

    private void everything(ClassModel model) {
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case MethodRefEntry method
                when isByName(method) && !model.thisClass().asInternalName().equals(ON_ANDROID) ->
                    throw new IllegalStateException("%s may load classes of the Graph SDK by name: %s"
                            .formatted(model.thisClass().asInternalName(), method));
                case ClassEntry type -> type(type);
                case MemberRefEntry member -> member(member);
                case NameAndTypeEntry member -> types(member.type().stringValue());
                case MethodTypeEntry type -> types(type.descriptor().stringValue());
                default -> {}
            }
        }
        model.methods().forEach(method -> types(method.methodType().stringValue()));
        model.fields().forEach(field -> types(field.fieldType().stringValue()));
    }

    private static boolean isByName(MethodRefEntry method) {
        return BY_NAME.contains(
                method.owner().asInternalName() + "." + method.name().stringValue());
    }

    private void member(MemberRefEntry member) {
        type(member.owner());
        types(member.type().stringValue());
        String signature = member.name().stringValue() + member.type().stringValue();
        if (called.add(signature)) {
            var methods = waiting.remove(signature);
            if (methods != null) {
                methods.forEach(method -> open.push(() -> read(method)));
            }
        }
    }

    /** Of a request builder: now, or once somebody calls a method like it. */
    private void readWhenCalled(MethodModel method) {
        String signature =
                method.methodName().stringValue() + method.methodType().stringValue();
        if (called.contains(signature) || method.methodName().equalsString("<clinit>")) {
            read(method);
        } else {
            waiting.computeIfAbsent(signature, _ -> new ArrayList<>()).add(method);
        }
    }

    private void read(MethodModel method) {
        types(method.methodType().stringValue());
        method.code()
                .ifPresent(code -> code.forEach(element -> {
                    switch (element) {
                        case InvokeInstruction call -> member(call.method());
                        case FieldInstruction use -> member(use.field());
                        case NewObjectInstruction made -> type(made.className());
                        case NewReferenceArrayInstruction made -> type(made.componentType());
                        case NewMultiArrayInstruction made -> type(made.arrayType());
                        case TypeCheckInstruction check -> type(check.type());
                        case ExceptionCatch caught -> caught.catchType().ifPresent(this::type);
                        case ConstantInstruction.LoadConstantInstruction constant -> constant(constant.constantEntry());
                        case InvokeDynamicInstruction call -> {
                            types(call.type().stringValue());
                            call.invokedynamic().bootstrap().arguments().forEach(this::constant);
                        }
                        default -> {}
                    }
                }));
    }

    private void constant(LoadableConstantEntry constant) {
        switch (constant) {
            case ClassEntry type -> type(type);
            case MethodHandleEntry handle -> member(handle.reference());
            case MethodTypeEntry type -> types(type.descriptor().stringValue());
            default -> {}
        }
    }

    private void type(ClassEntry type) {
        String name = type.asInternalName();
        if (name.startsWith("[")) {
            types(name);
        } else {
            keep(name);
        }
    }

    private void types(String descriptor) {
        TYPE.matcher(descriptor).results().forEach(found -> keep(found.group(1)));
    }

    private static String fileName(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }
}
