using System.Collections.Frozen;

namespace Tocsin.StreamKinds;

/// <summary>The use cases of one family of commands, by the type of the command. Immutable.</summary>
internal sealed class UseCases
{
    private readonly FrozenDictionary<Type, UseCase> _cases;

    /// <summary>Makes the table; each type of command has one case.</summary>
    /// <param name="family">The abstract record that all commands of the family derive from.</param>
    /// <param name="cases">The cases.</param>
    public UseCases(Type family, IEnumerable<UseCase> cases)
    {
        Family = family;
        _cases = cases.ToFrozenDictionary(c => c.Command);
    }

    /// <summary>The abstract record that all commands of the family derive from.</summary>
    public Type Family { get; }

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<UseCase> All => _cases.Values;

    /// <summary>The case of a command.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table has none.</exception>
    public UseCase Of(object command) => _cases.TryGetValue(command.GetType(), out var found)
        ? found
        : throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No use case for this command.");
}
