package id.alur;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The SOP lines that a test, or each test of a class, holds: the build compares them with catalog and models. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Sop {

  /** Ids of the catalog, such as "MS-W". */
  String[] value();
}
