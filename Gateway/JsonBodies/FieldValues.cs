using Tocsin.Commands;

namespace Tocsin.JsonBodies;

/// <summary>The values of an object that was read. An invalid field has the value of a field that was left out.</summary>
internal readonly struct FieldValues
{
    private readonly FieldSet _fields;
    private readonly object?[] _values;
    private readonly ulong _seen;
    private readonly ulong _given;

    internal FieldValues(FieldSet fields, object?[] values, ulong seen, ulong given)
    {
        _fields = fields;
        _values = values;
        _seen = seen;
        _given = given;
    }

    /// <summary>Whether the field was in the object, null or not.</summary>
    public bool Has(JsonField field) => (_seen & (1UL << _fields.IndexOf(field))) != 0;

    /// <summary>Whether the field was in the object and not null, valid or not.</summary>
    public bool IsGiven(JsonField field) => (_given & (1UL << _fields.IndexOf(field))) != 0;

    /// <summary>The value of a required field; the type's default when it is invalid.</summary>
    public T Get<T>(JsonField<T> field) => _values[_fields.IndexOf(field)] is T value ? value : default!;

    /// <summary>The value, or <paramref name="otherwise"/> when the field was left out, null or invalid.</summary>
    public T Get<T>(JsonField<T> field, T otherwise) => _values[_fields.IndexOf(field)] is T value ? value : otherwise;

    /// <summary>The value; null when the field was left out, null or invalid.</summary>
    public T? Find<T>(JsonField<T> field)
        where T : struct => _values[_fields.IndexOf(field)] is T value ? value : null;

    /// <summary>The text; null when the field was left out, null or invalid.</summary>
    public string? Find(JsonField<string> field) => _values[_fields.IndexOf(field)] as string;

    /// <summary>A field of a PATCH that may not be null.</summary>
    public Optional<T> Given<T>(JsonField<T> field) => Has(field) ? new Optional<T>(Get(field)) : default;

    /// <summary>A field of a PATCH that may be null.</summary>
    public Optional<T?> GivenOrNull<T>(JsonField<T> field)
        where T : class => Has(field) ? new Optional<T?>(_values[_fields.IndexOf(field)] as T) : default;

    /// <summary>A field of a PATCH that may be null and is no text: a word, a number.</summary>
    public Optional<T?> GivenOrNone<T>(JsonField<T> field)
        where T : struct => Has(field) ? new Optional<T?>(Find(field)) : default;
}
