import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { LabelledSamples } from './sampling';

/** Tensors that outlive the scope in which they were computed, until they are disposed together. */
export class KeptTensors {
  private readonly tensors = new Set<Tensor>();

  /** Keeps a tensor, also one that is kept already; the same tensor twice is disposed once. */
  keep(tensor: Tensor): Tensor {
    this.tensors.add(tensor);
    return tf.keep(tensor);
  }

  keepLabelled({ samples, classes }: LabelledSamples): LabelledSamples {
    return { samples: this.keep(samples), classes: classes && this.keep(classes) };
  }

  dispose(): void {
    tf.dispose([...this.tensors]);
    this.tensors.clear();
  }
}
