/** Units and types of townships with their rules. */
@NullMarked
package org.xuanpai.division.entity;

import org.jspecify.annotations.NullMarked;
