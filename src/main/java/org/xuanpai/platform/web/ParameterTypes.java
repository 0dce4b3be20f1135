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
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds the type that a request's parameter is bound to, by its name or by its path in a form: {@code rows[0].kinds}. */
final class ParameterTypes {

    private static final Pattern STEP = Pattern.compile("([^.\\[]+)((?:\\[[^\\[\\]]*])*)(?:\\.(.*))?");
    private static final Pattern INDEX = Pattern.compile("\\[([^]]*)]");
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,3}");
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private ParameterTypes() {}

    /**
     * The type a handler's parameter takes a value of this name as; {@code null} when it takes none.
     *
     * @throws InvalidPropertyException when the name points into a list with what is no place in one, or cannot be read; the
     *     binder would break on it
     */
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

    static boolean isList(ResolvableType type) {
        return type.isArray() || Iterable.class.isAssignableFrom(type.toClass());
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
            if (path.indexOf('[') >= 0) {
                throw new InvalidPropertyException(form.toClass(), path, "brackets that do not match");
            }
            return null;
        }
        ResolvableType type = property(form, Objects.requireNonNull(step.group(1)));
        Matcher index = INDEX.matcher(Objects.requireNonNull(step.group(2)));
        while (type != null && index.find()) {
            String place = Objects.requireNonNull(index.group(1));
            if (isList(type) && !PLACE.matcher(place).matches()) {
                throw new InvalidPropertyException(form.toClass(), path, "no place in a list");
            }
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
