using Tocsin.Erasing;

namespace Tocsin.Retention;

/// <summary>For how long what calls and incidents hold of persons is kept after they are over.</summary>
public sealed class RetentionOptions
{
    /// <summary>The shortest time: a day.</summary>
    public static readonly TimeSpan Min = TimeSpan.FromDays(1);

    /// <summary>The longest time: a hundred years.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromDays(36_500);

    /// <summary>
    /// <c>Tocsin:Retention:{Narrative,Place,Caller,Notes,Messages,Feedback,Parties}</c>: how long after the call or incident is over,
    /// from <see cref="Min"/> to <see cref="Max"/>. A field that is not named is kept for ever, which is the default for all of them.
    /// </summary>
    public IReadOnlyDictionary<ErasureField, TimeSpan> KeepTimes { get; set; } = new Dictionary<ErasureField, TimeSpan>();
}
