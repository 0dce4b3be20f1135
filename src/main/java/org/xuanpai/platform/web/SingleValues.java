package org.xuanpai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Lets a parameter come more than once only where a list takes it, in the address and the body together (controls D9), and a
 * file only where a file is expected; refuses a name whose index is no place in the list it points into. What takes it is read from the handler's own parameters and forms.
 */
class SingleValues implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletRequestBindingException {
        if (handler instanceof HandlerMethod method) {
            request.getParameterMap().forEach((name, values) -> check(method, name, values.length));
            MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
            if (parts != null) {
                checkFiles(method, parts);
            }
        }
        return true;
    }

    private static void check(HandlerMethod method, String name, int times) {
        List<ResolvableType> takers = takers(method, name);
        if (times > 1 && takers.stream().noneMatch(ParameterTypes::isList)) {
            throw new RepeatedParameter(name);
        }
    }

    private static void checkFiles(HandlerMethod method, MultipartHttpServletRequest parts)
            throws ServletRequestBindingException {
        for (var part : parts.getMultiFileMap().entrySet()) {
            check(method, part.getKey(), part.getValue().size());
            boolean expected = takers(method, part.getKey()).stream()
                    .allMatch(type -> MultipartFile.class.isAssignableFrom(
                            (ParameterTypes.isList(type) ? ParameterTypes.element(type) : type).toClass()));
            if (!expected) {
                throw new ServletRequestBindingException("a file where none belongs");
            }
        }
    }

    /** Types of what a parameter of this name ends up in; empty when nothing takes it. */
    private static List<ResolvableType> takers(HandlerMethod method, String name) {
        return Arrays.stream(method.getMethodParameters())
                .map(parameter -> ParameterTypes.of(parameter, name))
                .<ResolvableType>mapMulti((@Nullable ResolvableType type, Consumer<ResolvableType> taker) -> {
                    if (type != null) {
                        taker.accept(type);
                    }
                })
                .toList();
    }
}
