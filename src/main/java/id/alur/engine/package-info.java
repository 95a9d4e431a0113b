/** Camunda: how procedures are deployed, what the engine is allowed to do, how a refused form is told. Knows no business word. */
package id.alur.engine;
