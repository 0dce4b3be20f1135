package org.xuanpai.platform.web.form;

import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.stereotype.Component;
import org.xuanpai.shared.Verbatim;
import org.xuanpai.shared.VisibleText;

/**
 * Typed text is taken in one form: nothing that is not seen, composed (NFC), lines ending in LF, no blanks at the end, so that
 * what is blank here is blank to a reader. {@link Verbatim} text is left as it is.
 */
@Component
class TypedText implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, String.class));
    }

    @Override
    public boolean matches(TypeDescriptor from, TypeDescriptor to) {
        return !to.hasAnnotation(Verbatim.class);
    }

    @Override
    public @Nullable Object convert(@Nullable Object typed, TypeDescriptor from, TypeDescriptor to) {
        return typed instanceof String text ? normalized(text) : typed;
    }

    static String normalized(String text) {
        return Normalizer.normalize(VisibleText.of(text), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .stripTrailing();
    }
}
