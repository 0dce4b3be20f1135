/** The application class; everything else lives in the features below. */
@NullMarked
package org.xuanpai;

import org.jspecify.annotations.NullMarked;
