/** Stored units and types, and the bulk path of an import. */
@NullMarked
package org.xuanpai.division.repository;

import org.jspecify.annotations.NullMarked;
