package org.xuanpai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Puts the {@link Frame} into the model of every page that is rendered; a redirect carries nothing of it. */
class FrameInterceptor implements HandlerInterceptor {

    private final Frame frame;

    FrameInterceptor(Frame frame) {
        this.frame = frame;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && !isRedirect(page)) {
            frame.attributes(request, handler).forEach(page.getModel()::putIfAbsent);
        }
    }

    private static boolean isRedirect(ModelAndView page) {
        String name = page.getViewName();
        return page.getView() instanceof RedirectView || (name != null && name.startsWith("redirect:"));
    }
}
