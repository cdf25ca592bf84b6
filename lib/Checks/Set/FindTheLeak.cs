namespace Checks.Set;

/// <summary>Find what keeps an object alive: the shortest path of references from a root to it.</summary>
internal sealed class FindTheLeak : Exercise
{
    public override string Id => "find-the-leak";

    public override string Entry => "Leak.Path";

    public override Delegate Reference => Path;

    public override IEnumerable<Call> Cases(Random random)
    {
        yield return Heap("no roots: all is garbage", [[1], []], [], 1);
        yield return Heap("a root holds it", [[1], []], [0], 1);
        yield return Heap("it is a root itself", [[1], [0]], [0, 1], 1);
        yield return Heap("only garbage refers to it", [[], [2], []], [0], 2);
        yield return Heap("two pieces of garbage refer to each other", [[], [2], [1]], [0], 2);
        yield return Heap("a short way after a long one", [[1, 3], [2], [3], []], [0], 3);
        yield return Heap("two ways of one length", [[2, 1], [3], [3], []], [0], 3);
        yield return Heap("the second root is nearer", [[2], [3], [3], []], [0, 1], 3);
        yield return Heap("a circle on the way", [[1], [0, 2], [1, 3], []], [0], 3);
        yield return Heap("an object that refers to itself", [[0, 1], [1, 2], []], [0], 2);
        for (int i = 0; i < 12; i++)
        {
            int objects = random.Next(5, 300), most = random.Next(1, 4);
            int[][] references = [.. Enumerable.Range(0, objects).Select(_ =>
                Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(objects)).ToArray())];
            int[] roots = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(objects))];
            yield return Heap($"objects: {objects}, roots: {roots.Length}", references, roots, random.Next(objects));
        }
        // A chain as long as a linked list that never ends: a method that calls itself for each object runs out of stack.
        const int Long = 60_000;
        yield return Heap($"a chain of {Long:N0} objects", [.. Enumerable.Range(1, Long).Select(next => next < Long ? new[] { next } : [])], [0], Long - 1);
    }

    private static int[] Path(int[][] references, int[] roots, int leaked)
    {
        int[] heldBy = new int[references.Length];
        Array.Fill(heldBy, -1);
        var ring = new Queue<int>();
        void Reach(int held, int holder)
        {
            if (heldBy[held] >= 0) return;
            heldBy[held] = holder;
            ring.Enqueue(held);
        }

        foreach (int root in roots) Reach(root, root);
        while (ring.TryDequeue(out int holder))
            foreach (int held in references[holder]) Reach(held, holder);
        var path = new Stack<int>();
        for (int at = leaked; heldBy[at] >= 0 && (path.Count == 0 || path.Peek() != at); at = heldBy[at]) path.Push(at);
        return [.. path];
    }

    private static Call Heap(string description, int[][] references, int[] roots, int leaked) => new(description, references, roots, leaked);
}
