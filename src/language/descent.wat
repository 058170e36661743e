;; One walk of dual coordinate descent (linear.ts) over the sentences, sixteen classes at a time.
;; A row of weights holds the weight of one feature for each class. Rows are a multiple of 64 bytes long: sixteen classes
;; lie in one line of the cache. All places are in bytes, from the beginning of the memory.
;; `npm run wasm` makes descent.wasm of this.
(module
  (import "memory" "all" (memory 1))
  (func (export "walk")
    (param $order i32)      ;; i32 a sentence: its number
    (param $orderEnd i32)
    (param $starts i32)     ;; i32 a sentence: where its features begin among `features` and `values`, in bytes; and where the last one ends
    (param $features i32)   ;; i32 a feature: the place of its row of weights
    (param $values i32)     ;; f32 a feature
    (param $squares i32)    ;; f32 a sentence: its squared length, the bias included
    (param $signs i32)      ;; f32 a sentence and class: 1, -1, or 0 where it says nothing of the class
    (param $duals i32)      ;; f32 a sentence and class
    (param $bias i32)       ;; the place of the row of the bias
    (param $rowBytes i32)   ;; how long a row of classes is
    (param $ownSlack f32)   ;; how far errors are tolerated in a class's own sentences
    (param $slack f32)      ;; and in those of the rest
    (param $smallest f32)   ;; a step below this is not taken
    (local $sentence i32) (local $first i32) (local $chunk i32)
    (local $from i32) (local $to i32) (local $at i32) (local $place i32)
    (local $square v128) (local $value v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (block $done
      (loop $sentences
        (br_if $done (i32.ge_u (local.get $order) (local.get $orderEnd)))
        (local.set $sentence (i32.load (local.get $order)))
        (local.set $order (i32.add (local.get $order) (i32.const 4)))
        (local.set $at (i32.add (local.get $starts) (i32.shl (local.get $sentence) (i32.const 2))))
        (local.set $from (i32.load (local.get $at)))
        (local.set $to (i32.load offset=4 (local.get $at)))
        (local.set $square (v128.load32_splat (i32.add (local.get $squares) (i32.shl (local.get $sentence) (i32.const 2)))))
        (local.set $first (i32.mul (local.get $sentence) (local.get $rowBytes)))
        (local.set $chunk (i32.const 0))
        (loop $chunks
          ;; The margins of sixteen classes, from the bias on.
          (local.set $place (i32.add (local.get $bias) (local.get $chunk)))
          (local.set $sum0 (v128.load (local.get $place)))
          (local.set $sum1 (v128.load offset=16 (local.get $place)))
          (local.set $sum2 (v128.load offset=32 (local.get $place)))
          (local.set $sum3 (v128.load offset=48 (local.get $place)))
          (local.set $at (local.get $from))
          (block $summed
            (loop $sum
              (br_if $summed (i32.ge_u (local.get $at) (local.get $to)))
              (local.set $place (i32.add (i32.load (i32.add (local.get $features) (local.get $at))) (local.get $chunk)))
              (local.set $value (v128.load32_splat (i32.add (local.get $values) (local.get $at))))
              (local.set $sum0 (f32x4.add (local.get $sum0) (f32x4.mul (local.get $value) (v128.load (local.get $place)))))
              (local.set $sum1 (f32x4.add (local.get $sum1) (f32x4.mul (local.get $value) (v128.load offset=16 (local.get $place)))))
              (local.set $sum2 (f32x4.add (local.get $sum2) (f32x4.mul (local.get $value) (v128.load offset=32 (local.get $place)))))
              (local.set $sum3 (f32x4.add (local.get $sum3) (f32x4.mul (local.get $value) (v128.load offset=48 (local.get $place)))))
              (local.set $at (i32.add (local.get $at) (i32.const 4)))
              (br $sum)))
          ;; The steps, each sum becoming its step times its sign.
          (local.set $place (i32.add (local.get $first) (local.get $chunk)))
          (local.set $sum0
            (call $step (local.get $sum0) (local.get $place)
              (local.get $signs) (local.get $duals) (local.get $square)
              (local.get $ownSlack) (local.get $slack) (local.get $smallest)))
          (local.set $sum1
            (call $step (local.get $sum1) (i32.add (local.get $place) (i32.const 16))
              (local.get $signs) (local.get $duals) (local.get $square)
              (local.get $ownSlack) (local.get $slack) (local.get $smallest)))
          (local.set $sum2
            (call $step (local.get $sum2) (i32.add (local.get $place) (i32.const 32))
              (local.get $signs) (local.get $duals) (local.get $square)
              (local.get $ownSlack) (local.get $slack) (local.get $smallest)))
          (local.set $sum3
            (call $step (local.get $sum3) (i32.add (local.get $place) (i32.const 48))
              (local.get $signs) (local.get $duals) (local.get $square)
              (local.get $ownSlack) (local.get $slack) (local.get $smallest)))
          (if (v128.any_true (f32x4.ne (v128.const f32x4 0 0 0 0) (v128.or (v128.or (local.get $sum0) (local.get $sum1)) (v128.or (local.get $sum2) (local.get $sum3)))))
            (then
              (local.set $place (i32.add (local.get $bias) (local.get $chunk)))
              (v128.store (local.get $place) (f32x4.add (v128.load (local.get $place)) (local.get $sum0)))
              (v128.store offset=16 (local.get $place) (f32x4.add (v128.load offset=16 (local.get $place)) (local.get $sum1)))
              (v128.store offset=32 (local.get $place) (f32x4.add (v128.load offset=32 (local.get $place)) (local.get $sum2)))
              (v128.store offset=48 (local.get $place) (f32x4.add (v128.load offset=48 (local.get $place)) (local.get $sum3)))
              (local.set $at (local.get $from))
              (block $moved
                (loop $move
                  (br_if $moved (i32.ge_u (local.get $at) (local.get $to)))
                  (local.set $place (i32.add (i32.load (i32.add (local.get $features) (local.get $at))) (local.get $chunk)))
                  (local.set $value (v128.load32_splat (i32.add (local.get $values) (local.get $at))))
                  (v128.store (local.get $place) (f32x4.add (v128.load (local.get $place)) (f32x4.mul (local.get $value) (local.get $sum0))))
                  (v128.store offset=16 (local.get $place) (f32x4.add (v128.load offset=16 (local.get $place)) (f32x4.mul (local.get $value) (local.get $sum1))))
                  (v128.store offset=32 (local.get $place) (f32x4.add (v128.load offset=32 (local.get $place)) (f32x4.mul (local.get $value) (local.get $sum2))))
                  (v128.store offset=48 (local.get $place) (f32x4.add (v128.load offset=48 (local.get $place)) (f32x4.mul (local.get $value) (local.get $sum3))))
                  (local.set $at (i32.add (local.get $at) (i32.const 4)))
                  (br $move)))))
          (local.set $chunk (i32.add (local.get $chunk) (i32.const 64)))
          (br_if $chunks (i32.lt_u (local.get $chunk) (local.get $rowBytes))))
        (br $sentences))))
  ;; Moves the duals of four classes, and says by how much, times their signs.
  (func $step
    (param $margin v128) (param $place i32)
    (param $signs i32) (param $duals i32) (param $square v128)
    (param $ownSlack f32) (param $restSlack f32) (param $smallest f32)
    (result v128)
    (local $sign v128) (local $slack v128) (local $dual v128) (local $step v128)
    (local.set $sign (v128.load (i32.add (local.get $signs) (local.get $place))))
    (local.set $slack
      (v128.bitselect
        (f32x4.splat (local.get $ownSlack))
        (f32x4.splat (local.get $restSlack))
        (f32x4.gt (local.get $sign) (v128.const f32x4 0 0 0 0))))
    (local.set $duals (i32.add (local.get $duals) (local.get $place)))
    (local.set $dual (v128.load (local.get $duals)))
    ;; max((1 - sign * margin - slack * dual) / (square + slack), -dual): no dual falls below 0.
    (local.set $step
      (f32x4.max
        (f32x4.div
          (f32x4.sub
            (f32x4.sub (f32x4.splat (f32.const 1)) (f32x4.mul (local.get $sign) (local.get $margin)))
            (f32x4.mul (local.get $slack) (local.get $dual)))
          (f32x4.add (local.get $square) (local.get $slack)))
        (f32x4.neg (local.get $dual))))
    (local.set $step
      (v128.and (local.get $step)
        (v128.and
          (f32x4.ge (f32x4.abs (local.get $step)) (f32x4.splat (local.get $smallest)))
          (f32x4.ne (local.get $sign) (v128.const f32x4 0 0 0 0)))))
    (v128.store (local.get $duals) (f32x4.add (local.get $dual) (local.get $step)))
    (f32x4.mul (local.get $step) (local.get $sign))))
