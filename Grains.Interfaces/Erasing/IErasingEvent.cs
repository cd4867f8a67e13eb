namespace Tocsin.Erasing;

/// <summary>An event with which the keys of some fields of its stream are destroyed, in the same append.</summary>
public interface IErasingEvent
{
    /// <summary>The kind of every such event, on streams of all kinds.</summary>
    const string Kind = "Erased";

    /// <summary>The fields; never <see cref="ErasureField.All"/>.</summary>
    IReadOnlyList<ErasureField> Fields { get; }
}
