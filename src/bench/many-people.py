#!/usr/bin/env python3
"""Writes a tenant file with many people: the people of a given file over and over, with ids and names of their own.

many-people.py FILE COUNT > BIG      users stand first in it, so that what people share comes after them
"""
import json
import sys
import uuid

source, count = sys.argv[1], int(sys.argv[2])
tenant = json.load(open(source, encoding="utf-8"))
plain = [user for user in tenant["users"] if not user.get("telephoneNumbers")]
people = []
for i in range(count):
    person = dict(plain[i % len(plain)])
    person["id"] = str(uuid.uuid5(uuid.NAMESPACE_OID, f"person {i}"))
    person["userPrincipalName"] = f"p{i:06d}@contoso.example"
    person["displayName"] = f"Person {i:06d}"
    people.append(person)
json.dump({"users": people, **{name: part for name, part in tenant.items() if name != "users"}}, sys.stdout)
