using Tocsin.Bearers;
using Tocsin.Identity;
using Tocsin.Reading;

namespace Tocsin.Policies;

/// <summary>Reads the timing policies and the choice among them, and the other settings. Stateless; its key is 0.</summary>
[SignedIn, Alias("tocsin.IPolicyReadingGrain")]
public interface IPolicyReadingGrain : IGrainWithIntegerKey
{
    /// <summary>One timing policy, also a preset that nobody changed: JSON of a <see cref="PolicyView"/>.</summary>
    /// <param name="name">The name of the policy; refused with <c>notFound</c> when there is none.</param>
    [Alias("Get")]
    Task<Thing> Get(PolicyId name);

    /// <summary>All timing policies, presets included, by name.</summary>
    /// <param name="limit">The most items of the page, 1 to 200.</param>
    /// <param name="cursor">The cursor of the page to read; null for the first.</param>
    [Alias("List")]
    Task<ThingPage> List(int limit, string? cursor);

    /// <summary>The chosen policy: JSON of a <see cref="ChoiceView"/>.</summary>
    [Alias("Chosen")]
    Task<Thing> Chosen();

    /// <summary>How incidents may end, and what may come of them: JSON of a <see cref="ClosingView"/>.</summary>
    [Alias("Closing")]
    Task<Thing> Closing();

    /// <summary>Which callers are to be called back, and how soon: JSON of a <see cref="CallBackSettingsView"/>.</summary>
    [Alias("CallBacks")]
    Task<Thing> CallBacks();

    /// <summary>
    /// The subjects that are blocked now: JSON of a <see cref="BlockedSubjectsView"/>. A gateway asks for itself, before it believes a
    /// token.
    /// </summary>
    [ForGateways, Alias("BlockedSubjects")]
    Task<Thing> BlockedSubjects();
}
