using Tocsin.Commands;

namespace Tocsin.Bodies;

/// <summary>The values of an object that was read. Asked only when nothing was wrong, or with care.</summary>
internal readonly struct Values
{
    private readonly Shape _shape;
    private readonly object?[] _values;
    private readonly ulong _seen;
    private readonly ulong _given;

    internal Values(Shape shape, object?[] values, ulong seen, ulong given)
    {
        _given = given;
        _shape = shape;
        _values = values;
        _seen = seen;
    }

    /// <summary>Whether it was there, null or not.</summary>
    public bool Has(Field field) => (_seen & (1UL << _shape.IndexOf(field))) != 0;

    /// <summary>Whether it was there and not null, good or not.</summary>
    public bool IsGiven(Field field) => (_given & (1UL << _shape.IndexOf(field))) != 0;

    /// <summary>The value of a field that must be there; the type's default when it was wrong.</summary>
    public T Get<T>(Field<T> field) => _values[_shape.IndexOf(field)] is T value ? value : default!;

    /// <summary>The value, or another one when it was absent or null.</summary>
    public T Get<T>(Field<T> field, T otherwise) => _values[_shape.IndexOf(field)] is T value ? value : otherwise;

    /// <summary>The value of a field that may be absent or null.</summary>
    public T? Find<T>(Field<T> field)
        where T : struct => _values[_shape.IndexOf(field)] is T value ? value : null;

    /// <summary>The text of a field that may be absent or null.</summary>
    public string? Find(Field<string> field) => _values[_shape.IndexOf(field)] as string;

    /// <summary>A field of a PATCH that may not be null.</summary>
    public Optional<T> Given<T>(Field<T> field) => Has(field) ? new Optional<T>(Get(field)) : default;

    /// <summary>A field of a PATCH that may be null.</summary>
    public Optional<T?> GivenOrNull<T>(Field<T> field)
        where T : class => Has(field) ? new Optional<T?>(_values[_shape.IndexOf(field)] as T) : default;
}
