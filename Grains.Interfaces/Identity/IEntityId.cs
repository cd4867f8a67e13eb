namespace Tocsin.Identity;

/// <summary>What all ids of things have in common.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>The id as text.</summary>
    string Value { get; }

    /// <summary>Makes an id of valid text.</summary>
    static abstract TSelf Of(string text);
}
