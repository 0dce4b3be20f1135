package org.xuanpai.platform.web;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds the type that a request's parameter is bound to, by its name or by its path in a form: {@code rows[0].kinds}. */
final class ParameterTypes {

    private static final Pattern STEP = Pattern.compile("([^.\\[]+)((?:\\[[^]]*])*)(?:\\.(.*))?");
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private ParameterTypes() {}

    /** The type a handler's parameter takes a value of this name as; {@code null} when it takes none. */
    static @Nullable ResolvableType of(MethodParameter parameter, String name) {
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        RequestParam plain = parameter.getParameterAnnotation(RequestParam.class);
        if (plain != null) {
            return name.equals(nameOf(parameter, plain)) ? type : null;
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class) ? inside(type, name) : null;
    }

    /** What a list, an array or a map holds. */
    static ResolvableType element(ResolvableType type) {
        if (type.isArray()) {
            return type.getComponentType();
        }
        return Map.class.isAssignableFrom(type.toClass())
                ? type.asMap().getGeneric(1)
                : type.as(Iterable.class).getGeneric(0);
    }

    private static @Nullable String nameOf(MethodParameter parameter, RequestParam plain) {
        if (!plain.name().isEmpty()) {
            return plain.name();
        }
        parameter.initParameterNameDiscovery(NAMES);
        return parameter.getParameterName();
    }

    private static @Nullable ResolvableType inside(ResolvableType form, String path) {
        Matcher step = STEP.matcher(path);
        if (!step.matches()) {
            return null;
        }
        ResolvableType type = property(form, Objects.requireNonNull(step.group(1)));
        long indexes = Objects.requireNonNull(step.group(2))
                .chars()
                .filter(c -> c == '[')
                .count();
        for (long index = 0; type != null && index < indexes; index++) {
            type = element(type);
        }
        String rest = step.group(3);
        return type == null || rest == null ? type : inside(type, rest);
    }

    private static @Nullable ResolvableType property(ResolvableType owner, String name) {
        Class<?> type = owner.toClass();
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getName().equals(name))
                    .findFirst()
                    .map(component -> ResolvableType.forMethodReturnType(component.getAccessor()))
                    .orElse(null);
        }
        PropertyDescriptor property = BeanUtils.getPropertyDescriptor(type, name);
        Method getter = property == null ? null : property.getReadMethod();
        Method setter = property == null ? null : property.getWriteMethod();
        if (getter != null) {
            return ResolvableType.forMethodReturnType(getter);
        }
        return setter == null ? null : ResolvableType.forMethodParameter(setter, 0);
    }
}
