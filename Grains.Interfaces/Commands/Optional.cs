namespace Tocsin.Commands;

/// <summary>A field of a PATCH: absent (it stays as it is), or given, also as null. The default value is an absent field.</summary>
/// <typeparam name="T">The field's type.</typeparam>
[GenerateSerializer, Immutable, Alias("tocsin.Optional`1")]
public readonly record struct Optional<T>
{
    /// <summary>A field that is given.</summary>
    public Optional(T value)
    {
        IsSet = true;
        Value = value;
    }

    /// <summary>Whether the field is given.</summary>
    [Id(0)]
    public bool IsSet { get; init; }

    /// <summary>The given value; the default of its type when the field is absent.</summary>
    [Id(1)]
    public T? Value { get; init; }
}
