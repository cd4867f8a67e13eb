using Tocsin.Identity;

namespace Tocsin.Stations;

/// <summary>What a station is beside its name and its area; a command that says nothing of it leaves it as it is.</summary>
/// <param name="Retired">Whether it is retired.</param>
/// <param name="Successor">The station that takes over, or null.</param>
/// <param name="Kind">What it is to the centre.</param>
/// <param name="External">Whether nobody of it signs in here.</param>
/// <param name="MayInstruct">Whether it may issue directives.</param>
/// <param name="Phone">Its telephone number, or null.</param>
internal sealed record StationTraits(
    bool Retired, StationId? Successor, StationKind Kind, bool External, bool MayInstruct, string? Phone)
{
    /// <summary>Those of a station of which nobody has said anything.</summary>
    public static StationTraits Plain { get; } = new(false, null, StationKind.Station, false, false, null);

    /// <summary>Those of a station.</summary>
    public static StationTraits Of(StationState state) =>
        new(state.Retired, state.Successor, state.Kind, state.External, state.MayInstruct, state.Phone);

    /// <summary>Those that it has once a command has said what kind of party it is.</summary>
    /// <param name="said">The command; null: it says nothing of that.</param>
    public StationTraits After(RegisterBody? said) => said is null ? this : this with
    {
        Kind = said.Kind ?? Kind,
        External = said.External ?? External,
        MayInstruct = said.MayInstruct ?? MayInstruct,
        Phone = said.Phone.IsSet ? said.Phone.Value : Phone,
    };
}
