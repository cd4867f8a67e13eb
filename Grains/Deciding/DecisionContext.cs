using System.Collections.Immutable;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Deciding;

/// <summary>What a decision needs to know beside the states: facts, all of them, so that the same input gives the same events.</summary>
/// <param name="Now">The silo's clock; whole milliseconds.</param>
/// <param name="Actor">Who gives the command.</param>
public sealed record DecisionContext(DateTimeOffset Now, Actor Actor)
{
    /// <summary><c>Tocsin:HistoricAfter</c>: a receipt that lies further back is historic.</summary>
    public TimeSpan HistoricAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary><c>Tocsin:MaxDistanceKilometers</c>, in metres: an incident that is farther from every station is a mistake.</summary>
    public double MaxDistanceMeters { get; init; } = 300_000;

    /// <summary>
    /// <c>Tocsin:DeviceTolerance</c>: how far before a unit's only assignment a report may lie and is still taken, at the assignment's
    /// time.
    /// </summary>
    public TimeSpan DeviceTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The number for an incident that is being made.</summary>
    public string Number { get; init; } = "";

    /// <summary>The timing policy that is chosen for what comes; null: none.</summary>
    public TimingPolicy? Timing { get; init; }

    /// <summary><c>Tocsin:Unattended</c>: the limits on <c>assign</c> where the policy gives none; null where nothing is made.</summary>
    public UnattendedLimits? Unattended { get; init; }

    /// <summary>Whether what the command names by its name exists.</summary>
    public bool Exists { get; init; }

    /// <summary>Another thing that has the name that the command asks for its own, by its id; null: none has.</summary>
    public string? NameHeldBy { get; init; }

    /// <summary>The keyed digest of a piece of personal data of a stream, hex.</summary>
    public Func<StreamId, string, string> Digest { get; init; } = (_, _) => "";

    private ImmutableArray<object> Facts { get; init; } = [];

    /// <summary>A fact that the command's feature found for its rule (<c>UseCase.Facts</c>); null: it found none of this type.</summary>
    /// <typeparam name="T">The type of the fact; a context has at most one of each.</typeparam>
    public T? Fact<T>()
        where T : class => Facts.OfType<T>().FirstOrDefault();

    /// <summary>The context with a fact, in place of one of the same type.</summary>
    /// <param name="fact">The fact; null: none of this type.</param>
    public DecisionContext With<T>(T? fact)
        where T : class
    {
        var others = Facts.RemoveAll(f => f is T);
        return this with { Facts = fact is null ? others : others.Add(fact) };
    }
}
