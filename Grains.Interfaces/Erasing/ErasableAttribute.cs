namespace Tocsin.Erasing;

/// <summary>
/// A member of an event that can be erased: it is written enciphered, under a key of its stream. Once it has been written so, the mark
/// never changes. A member that is read without its key is null, so the fold must take null for it.
/// </summary>
/// <param name="with">The field that it is erased with.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ErasableAttribute(ErasureField with) : Attribute
{
    /// <summary>The field that it is erased with.</summary>
    public ErasureField With => with;
}
