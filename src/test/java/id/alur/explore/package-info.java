/** Walks every state that a procedure can reach in the real engine, and checks what must hold; knows no procedure. */
package id.alur.explore;
