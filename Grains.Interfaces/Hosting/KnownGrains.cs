using System.Runtime.CompilerServices;

namespace Tocsin.Hosting;

/// <summary>
/// References to grains, by a type that was looked up only once. <c>GetGrain&lt;T&gt;</c> looks it up at each call, by reflection, which
/// took a twentieth of all that a gateway does for a command.
/// </summary>
public static class KnownGrains
{
    /// <summary>The reference to a grain; the same as <c>GetGrain&lt;T&gt;(key)</c>.</summary>
    /// <typeparam name="T">The grain's interface.</typeparam>
    /// <param name="grains">The factory that is asked.</param>
    /// <param name="key">The key of the grain.</param>
    /// <exception cref="ArgumentException">No known silo has such grains, or none has yet.</exception>
    public static T GetKnown<T>(this IGrainFactory grains, string key)
        where T : class, IGrainWithStringKey
    {
        ArgumentNullException.ThrowIfNull(grains);
        if (Of<T>.Known.TryGetValue(grains, out var known))
            return (T)grains.GetGrain(GrainId.Create(known.Type, key), known.Interface);
        var found = grains.GetGrain<T>(key);

        // What is no reference is a test's own; nothing is remembered of it.
        if (found is GrainReference reference)
            Of<T>.Known.AddOrUpdate(grains, new Names(reference.GrainId.Type, reference.InterfaceType));
        return found;
    }

    private sealed record Names(GrainType Type, GrainInterfaceType Interface);

    private static class Of<T>
    {
        public static readonly ConditionalWeakTable<IGrainFactory, Names> Known = [];
    }
}
