package org.xuanpai.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text as people type it, of limited length: no NUL or other control character, no lone surrogate, no control that turns the
 * direction of reading (controls D1). Nothing typed is fine; add {@code @NotBlank} where something must be.
 */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The most characters, counted as people count them (code points). */
    int max();

    /** Whether line breaks and tabs are refused too. */
    boolean singleLine() default false;

    String message() default "{validation.plainText}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks a text against {@link PlainText}. */
    final class Check implements ConstraintValidator<PlainText, CharSequence> {

        private int max;
        private boolean singleLine;

        @Override
        public void initialize(PlainText wanted) {
            this.max = wanted.max();
            this.singleLine = wanted.singleLine();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            String text = value.toString();
            if (text.codePointCount(0, text.length()) > max) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{validation.plainText.max}")
                        .addConstraintViolation();
                return false;
            }
            return singleLine ? isLine(text) : isText(text);
        }

        /** Whether the text is plain and has no line break or tab. */
        public static boolean isLine(String text) {
            return text.codePoints().noneMatch(c -> Character.isISOControl(c) || isHidden(c));
        }

        /** Whether the text is plain, line breaks and tabs allowed. */
        public static boolean isText(String text) {
            return text.codePoints()
                    .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') || isHidden(c));
        }

        // code points above U+FFFF come as pairs, so a surrogate left over stands alone
        private static boolean isHidden(int c) {
            return Character.getType(c) == Character.SURROGATE
                    || c == 0x061C
                    || c == 0x200E
                    || c == 0x200F
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069)
                    || c == 0xFEFF
                    || c == 0xFFFE
                    || c == 0xFFFF;
        }
    }
}
