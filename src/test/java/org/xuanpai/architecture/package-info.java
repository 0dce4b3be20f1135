/** The rules of the house as tests, and in {@code broken} a small class for each that breaks it. */
@NullMarked
package org.xuanpai.architecture;

import org.jspecify.annotations.NullMarked;
