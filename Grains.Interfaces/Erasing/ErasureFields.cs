namespace Tocsin.Erasing;

/// <summary>Sets of what can be erased.</summary>
public static class ErasureFields
{
    /// <summary>Every field that something can be kept under.</summary>
    public static IReadOnlyList<ErasureField> Each { get; } = [.. Enum.GetValues<ErasureField>().Where(f => f != ErasureField.All)];

    /// <summary>The fields that are meant, each once, in their order; <see cref="ErasureField.All"/> means each of them.</summary>
    public static IReadOnlyList<ErasureField> Meant(IReadOnlyList<ErasureField> asked) =>
        asked.Contains(ErasureField.All) ? Each : [.. asked.Distinct().Order()];
}
