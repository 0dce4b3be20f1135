package org.xuanpai.progress;

import java.math.BigDecimal;

/**
 * A figure that is larger than the one it is a part of.
 *
 * @param part indicator code of the part
 * @param whole indicator code of the whole
 */
public record LargerPart(String part, BigDecimal partValue, String whole, BigDecimal wholeValue) {}
